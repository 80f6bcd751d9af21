package asyncjava.requests.concepts;

import asyncjava.requests.concepts.ItemsPage.Item;
import asyncjava.site.PracticeSite;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/// Asks for a few items and then for no more, as a reader who has enough for now.
final class Reader extends BaseSubscriber<Item> {

    private static final int ENOUGH = 12;

    private final CountDownLatch left = new CountDownLatch(ENOUGH);

    private Reader() {}

    /// Prints how many pages the site is asked for, for those few items.
    static void show(String name, Flux<Item> items, PracticeSite site) throws InterruptedException {
        site.account().reset();
        Reader reader = items.subscribeWith(new Reader());
        if (!reader.left.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no more than %d items came".formatted(ENOUGH - reader.left.getCount()));
        }
        Thread.sleep(200); // time for whatever is fetched ahead
        IO.println("%-40s items asked for: %d, pages fetched: %2d"
                .formatted(name, ENOUGH, site.account().requests("/api/items")));
        reader.cancel();
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(ENOUGH);
    }

    @Override
    protected void hookOnNext(Item item) {
        left.countDown();
    }
}

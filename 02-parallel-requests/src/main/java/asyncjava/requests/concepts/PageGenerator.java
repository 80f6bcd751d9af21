package asyncjava.requests.concepts;

import asyncjava.requests.concepts.ItemsPage.Item;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.net.http.HttpClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// An async generator goes on to its next `yield` when somebody asks for an item, and stands still until
/// then. Java has no `yield`; `Flux.generate` is the nearest: its function is called once for each item
/// that is asked for, and keeps in a state of its own where it was.
///
/// Expect a reader who asks for twelve items: the generator fetches two pages of ten. `Flux.create` does
/// not care what was asked for: it fetches all pages, and queues what nobody has room for.
///
/// Reach for it where items are made one after another, and making them costs something. Do not wait in it
/// on a thread of Reactor's: `subscribeOn` brings it to one that may. Beware of `publishOn`, which asks for
/// 256 items ahead unless it is told otherwise.
final class PageGenerator {

    private PageGenerator() {}

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                HttpClient client = HttpClient.newHttpClient()) {
            ItemsPage.Source source = cursor -> ItemsPage.fetch(client, site.uri("/api/items"), cursor);
            Reader.show("generated", generated(source).subscribeOn(Schedulers.boundedElastic()), site);
            Reader.show("the mistake, pushed", pushed(source).subscribeOn(Schedulers.boundedElastic()), site);
        }
    }

    static Flux<Item> generated(ItemsPage.Source source) {
        return Flux.generate(() -> new PageIterator(source), (items, sink) -> {
            if (items.hasNext()) { // waits here for a page, when there is none to read from
                sink.next(items.next());
            } else {
                sink.complete();
            }
            return items;
        });
    }

    /// The mistake: nobody looks at what was asked for. A sink takes everything, and keeps it until it is
    /// wanted.
    static Flux<Item> pushed(ItemsPage.Source source) {
        return Flux.create(sink -> {
            PageIterator.items(source).forEach(sink::next);
            sink.complete();
        });
    }
}

package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.concepts.ItemsPage.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.subscriber.TestSubscriber;

final class PageGeneratorTest extends SiteTest {

    private final TestPages pages = new TestPages();
    private final TestSubscriber<Item> reader =
            TestSubscriber.builder().initialRequest(0).build();

    @Test
    void aPageIsFetchedWhenItsFirstItemIsAskedFor() {
        PageGenerator.generated(pages::page).subscribe(reader);
        assertThat(pages.fetched()).isZero();

        reader.request(2);
        assertThat(pages.fetched()).isEqualTo(1);

        reader.request(1);
        assertThat(reader.getReceivedOnNext()).extracting(Item::id).containsExactly(1, 2, 3);
        assertThat(pages.fetched()).isEqualTo(2);
    }

    @Test
    void theItemsOfTheSiteComeAllAndThenItIsOver() {
        Flux<Item> items = PageGenerator.generated(
                        cursor -> ItemsPage.fetch(clients.http(), site.uri("/api/items"), cursor))
                .subscribeOn(Schedulers.boundedElastic());

        StepVerifier.create(items).expectNextCount(95).expectComplete().verify(Duration.ofMinutes(1));
    }

    @Test
    void aPageThatCannotBeHadIsAnError() {
        Flux<Item> items = PageGenerator.generated(_ -> {
            throw new IOException("no such page");
        });

        StepVerifier.create(items).expectError(UncheckedIOException.class).verify(Duration.ofMinutes(1));
    }

    @Test
    void createFetchesAllPagesThoughNobodyHasAskedForAnItem() {
        PageGenerator.pushed(pages::page).subscribe(reader);

        assertThat(pages.fetched()).isEqualTo(5);
        assertThat(reader.getReceivedOnNext()).isEmpty();
    }
}

package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.concepts.ItemsPage.Item;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.test.subscriber.TestSubscriber;

final class PageFluxTest extends SiteTest {

    private final TestPages pages = new TestPages();
    private final TestSubscriber<Item> reader =
            TestSubscriber.builder().initialRequest(1).build();

    @Test
    void aPageIsFetchedWhileTheOneBeforeIsReadAndNoFurther() {
        PageFlux.items(pages::mono).subscribe(reader);
        assertThat(pages.fetched()).isEqualTo(2);

        reader.request(2);
        assertThat(reader.getReceivedOnNext()).extracting(Item::id).containsExactly(1, 2, 3);
        assertThat(pages.fetched()).isEqualTo(3);
    }

    @Test
    void theItemsOfTheSiteComeAllAndInOrder() {
        var items = PageFlux.items(cursor -> ItemsPage.fetch(clients.netty(), site.uri("/api/items"), cursor));

        assertThat(items.collectList().block())
                .extracting(Item::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 95).boxed().toList());
    }

    @Test
    void withoutAWordOnHowFarAheadAllPagesAreFetchedForOneItem() {
        PageFlux.itemsFarAhead(pages::mono).subscribe(reader);

        assertThat(reader.getReceivedOnNext()).hasSize(1);
        assertThat(pages.fetched()).isEqualTo(5);
    }
}

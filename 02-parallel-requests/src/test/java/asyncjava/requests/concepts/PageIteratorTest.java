package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.requests.concepts.ItemsPage.Item;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PageIteratorTest extends SiteTest {

    private final TestPages pages = new TestPages();

    @Test
    void aPageIsFetchedWhenItsFirstItemIsWanted() {
        Iterator<Item> items = PageIterator.items(pages::page).iterator();
        assertThat(pages.fetched()).isZero();

        assertThat(items.next().id()).isEqualTo(1);
        assertThat(items.next().id()).isEqualTo(2);
        assertThat(pages.fetched()).isEqualTo(1);

        assertThat(items.next().id()).isEqualTo(3);
        assertThat(pages.fetched()).isEqualTo(2);
    }

    @Test
    void theItemsOfTheSiteComeAllAndInOrder() {
        assertThat(PageIterator.items(cursor -> ItemsPage.fetch(clients.http(), site.uri("/api/items"), cursor)))
                .extracting(Item::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 95).boxed().toList());
    }

    @Test
    void afterTheLastThereIsNone() {
        Iterator<Item> items = PageIterator.items(pages::page).iterator();
        items.forEachRemaining(_ -> {});

        assertThatThrownBy(items::next).isInstanceOf(NoSuchElementException.class);
        assertThat(pages.fetched()).isEqualTo(5);
    }

    @Test
    void anInterruptWhileItWaitsForAPageEndsTheLoopAndIsKept() throws InterruptedException {
        Gate gate = hold("page");
        Iterator<Item> items = PageIterator.items(cursor -> {
                    Fetch.text(clients.http(), site.uri("/held/page"));
                    return pages.page(cursor);
                })
                .iterator();
        boolean[] interrupted = new boolean[1];
        try (Caller<Item> caller = Caller.of(() -> {
            try {
                return items.next();
            } finally {
                interrupted[0] = Thread.currentThread().isInterrupted();
            }
        })) {
            gate.awaitInside(1);
            caller.interrupt();

            assertThat(caller.failure())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class);
            assertThat(interrupted[0]).isTrue();
            gate.awaitEmpty();
        }
    }

    @Test
    void withAllPagesFirstTheLastIsFetchedBeforeTheFirstItemIsRead() throws IOException, InterruptedException {
        Iterator<Item> items = PageIterator.allPagesFirst(pages::page).iterator();

        assertThat(pages.fetched()).isEqualTo(5);
        assertThat(items.next().id()).isEqualTo(1);
    }
}

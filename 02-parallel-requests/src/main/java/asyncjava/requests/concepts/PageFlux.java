package asyncjava.requests.concepts;

import asyncjava.requests.concepts.ItemsPage.Item;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The items of a paged API as a `Flux` of one's own. An object with `__anext__` is asked for one item
/// after another; a `Flux` is told how many its reader wants. Here `expand` makes each page's request out
/// of the page before, and `concatMapIterable` takes the pages apart.
///
/// Expect a reader who asks for twelve items: three pages of ten are fetched, the third of them ahead,
/// while the second is read. Without a word on how far to fetch ahead it is 256 pages, and so all ten that
/// there are.
///
/// Reach for it where the rest of the program is reactive. Do not begin here otherwise: [PageIterator] does
/// the same in words that everybody knows.
final class PageFlux {

    private PageFlux() {}

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site)) {
            Function<String, Mono<ItemsPage>> fetch =
                    cursor -> ItemsPage.fetch(clients.netty(), site.uri("/api/items"), cursor);
            Reader.show("a page at a time", items(fetch), site);
            Reader.show("the mistake, as far ahead as it likes", itemsFarAhead(fetch), site);
        }
    }

    /// Fetches a page while the one before it is read, and no further.
    static Flux<Item> items(Function<String, Mono<ItemsPage>> fetch) {
        return pages(fetch).concatMapIterable(ItemsPage::items, 1);
    }

    /// The mistake: operators that hand on fewer or more than they get ask for 256 ahead, unless they are
    /// told.
    static Flux<Item> itemsFarAhead(Function<String, Mono<ItemsPage>> fetch) {
        return pages(fetch).concatMapIterable(ItemsPage::items);
    }

    private static Flux<ItemsPage> pages(Function<String, Mono<ItemsPage>> fetch) {
        return fetch.apply(ItemsPage.FIRST)
                .expand(page -> page.next() == null ? Mono.empty() : fetch.apply(page.next()));
    }
}

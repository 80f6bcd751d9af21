package asyncjava.requests.concepts;

import asyncjava.requests.concepts.ItemsPage.Item;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// `[item.name async for item in items() if item.price < 130]`: a list, made of what arrives over time.
/// Java's word for it is a loop, with a list before it; Reactor's are `filter`, `map` and `collectList`.
/// Where the expression itself has an `await` in it, `map` becomes `concatMap`.
///
/// Expect the cheap items twice, and then what the shop says of each. The last list is of descriptions:
/// nothing was asked, as the site's account tells.
///
/// Reach for the loop first. Do not collect a stream that may not end, or that is better used item by item.
final class Comprehension {

    private static final int CHEAP = 130;

    private Comprehension() {}

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site)) {
            var api = site.uri("/api/items");
            Iterable<Item> items = PageIterator.items(cursor -> ItemsPage.fetch(clients.http(), api, cursor));
            Flux<Item> flux = PageFlux.items(cursor -> ItemsPage.fetch(clients.netty(), api, cursor));
            Function<Item, Mono<String>> ask =
                    item -> Fetch.text(clients.netty(), site.uri("/delay/1")).thenReturn(item.name() + " is in stock");
            IO.println("A loop:      " + namesByLoop(items));
            IO.println("A Flux:      " + names(flux).block());
            site.account().reset();
            IO.println("Asking:      " + answers(flux, ask).block());
            IO.println("             the shop was asked " + site.account().requests("/delay/1") + " times");
            site.account().reset();
            IO.println("The mistake: " + descriptions(flux, ask).block());
            IO.println("             the shop was asked " + site.account().requests("/delay/1") + " times");
        }
    }

    static List<String> namesByLoop(Iterable<Item> items) {
        List<String> names = new ArrayList<>();
        for (Item item : items) {
            if (item.price() < CHEAP) {
                names.add(item.name());
            }
        }
        return names;
    }

    static Mono<List<String>> names(Flux<Item> items) {
        return items.filter(item -> item.price() < CHEAP).map(Item::name).collectList();
    }

    /// One question after another, as an `await` in a comprehension does it.
    static Mono<List<String>> answers(Flux<Item> items, Function<Item, Mono<String>> ask) {
        return items.filter(item -> item.price() < CHEAP).concatMap(ask).collectList();
    }

    /// The mistake: `map` hands on what it is given, which is a question that nobody asks.
    static Mono<List<Mono<String>>> descriptions(Flux<Item> items, Function<Item, Mono<String>> ask) {
        return items.filter(item -> item.price() < CHEAP).map(ask).collectList();
    }
}

package asyncjava.requests.concepts;

import asyncjava.requests.concepts.ItemsPage.Item;
import java.util.List;
import reactor.core.publisher.Mono;

/// Five pages of two items each, there at once, and how many of them have been fetched.
final class TestPages {

    private int fetched;

    int fetched() {
        return fetched;
    }

    ItemsPage page(String cursor) {
        fetched++;
        int number = cursor.isEmpty() ? 1 : Integer.parseInt(cursor);
        return new ItemsPage(
                List.of(item(number * 2 - 1), item(number * 2)), number == 5 ? null : String.valueOf(number + 1));
    }

    /// Is fetched when somebody subscribes, as a request is sent, and not when the page is asked for.
    Mono<ItemsPage> mono(String cursor) {
        return Mono.defer(() -> Mono.just(page(cursor)));
    }

    /// Its price is a hundred times its number.
    static Item item(int id) {
        return new Item(id, "item " + id, id * 100);
    }
}

package asyncjava.requests.concepts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// A page of the site's API: some items, and where the next page is.
///
/// @param next the cursor of the next page; null where this is the last
record ItemsPage(List<Item> items, @Nullable String next) {

    /// What the first page is asked for with.
    static final String FIRST = "";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// @param price in cents
    record Item(int id, String name, int price) {}

    ItemsPage {
        items = List.copyOf(items); // refuses a page without items, which is then an error of its JSON
    }

    /// Where pages come from.
    @FunctionalInterface
    interface Source {
        ItemsPage page(String cursor) throws IOException, InterruptedException;
    }

    static ItemsPage fetch(HttpClient client, URI api, String cursor) throws IOException, InterruptedException {
        return parse(Fetch.text(client, at(api, cursor)));
    }

    static Mono<ItemsPage> fetch(reactor.netty.http.client.HttpClient client, URI api, String cursor) {
        return Fetch.text(client, at(api, cursor)).flatMap(json -> Mono.fromCallable(() -> parse(json)));
    }

    static ItemsPage parse(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, ItemsPage.class);
    }

    static URI at(URI api, String cursor) {
        return cursor.isEmpty() ? api : URI.create(api + "?cursor=" + cursor);
    }
}

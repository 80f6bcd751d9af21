package asyncjava.requests.concepts;

import asyncjava.requests.concepts.ItemsPage.Item;
import asyncjava.site.PracticeSite;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// A client of an API is where HTTP ends: what it hands on are pages and items, and what may go wrong is
/// part of its answers' type. In asyncio it is a class around a `ClientSession`, with `raise_for_status` in
/// it; in Java its answers are a sealed type, and the compiler asks what you do about each.
///
/// Expect all 95 items, then what becomes of a wrong cursor, a server that is down and a connection that
/// breaks. The last line is the answer to the wrong cursor again, read by somebody who did not look at its
/// status: no items, which is what the end looks like.
///
/// Reach for one such class for each API. Do not let its users see a status or a JSON tree.
final class ItemsClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client;
    private final URI api;

    ItemsClient(HttpClient client, URI api) {
        this.client = client;
        this.api = api;
    }

    sealed interface Answer {}

    record Found(ItemsPage page) implements Answer {}

    /// The server has understood and says no: to ask again is no use.
    record Rejected(int status, String reason) implements Answer {}

    /// There is no answer to rely on: another time there may be.
    record Failed(IOException cause) implements Answer {}

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                HttpClient http = HttpClient.newHttpClient()) {
            ItemsClient client = new ItemsClient(http, site.uri("/api/items"));
            List<Item> items = new ArrayList<>();
            for (String cursor = ItemsPage.FIRST; cursor != null; ) {
                cursor = switch (client.page(cursor)) {
                    case Found(ItemsPage page) -> {
                        items.addAll(page.items());
                        yield page.next();
                    }
                    case Rejected rejected -> throw new IllegalStateException(rejected.toString());
                    case Failed(IOException cause) -> throw cause;
                };
            }
            IO.println("All pages:       %d items, the last of them %s".formatted(items.size(), items.getLast()));
            IO.println("A wrong cursor:  " + client.page("wrong"));
            IO.println("A server down:   " + new ItemsClient(http, site.uri("/status/503")).page(ItemsPage.FIRST));
            IO.println("A broken line:   " + new ItemsClient(http, site.uri("/reset")).page(ItemsPage.FIRST));
            IO.println("The mistake:     " + client.namesWithoutALook("wrong"));
        }
    }

    Answer page(String cursor) throws InterruptedException {
        try {
            HttpResponse<String> response = send(cursor);
            int status = response.statusCode();
            if (status == 200) {
                return new Found(ItemsPage.parse(response.body()));
            }
            return status >= 400 && status < 500
                    ? new Rejected(status, reason(response.body()))
                    : new Failed(new IOException("status " + status));
        } catch (IOException e) { // what is not the JSON that was promised is one of these, too
            return new Failed(e);
        }
    }

    /// The mistake: reads the body before it looks at the status. A tree has an answer to every question,
    /// and where there are no items it is an empty one.
    List<String> namesWithoutALook(String cursor) throws IOException, InterruptedException {
        return MAPPER.readTree(send(cursor).body()).path("items").findValuesAsText("name");
    }

    private HttpResponse<String> send(String cursor) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(ItemsPage.at(api, cursor)).build(), BodyHandlers.ofString());
    }

    /// What the API says of itself in JSON; where it is something else that answers, a proxy for one, its
    /// words.
    private static String reason(String body) {
        try {
            return MAPPER.readTree(body).path("error").asText(body.strip());
        } catch (JsonProcessingException e) {
            return body.strip();
        }
    }
}

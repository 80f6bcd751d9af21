package asyncjava.requests.exercise.items;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A paged API on loopback that has pages as the practice site has none: empty ones, ones that fail, and cursors of
/// any characters.
final class PagedApi implements AutoCloseable {

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /// @param status 0 for a connection that breaks
    private record Answer(int status, String body) {}

    PagedApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/items", this::answer);
        server.start();
    }

    /// A page of the items with these numbers.
    ///
    /// @param cursor empty for the first page
    /// @param next null for none
    PagedApi page(String cursor, String next, int... ids) {
        String items = IntStream.of(ids)
                .mapToObj("{\"id\": %d, \"name\": \"cup\", \"price\": 100}"::formatted)
                .collect(Collectors.joining(", "));
        return put(
                cursor,
                200,
                "{\"items\": [%s], \"next\": %s}".formatted(items, next == null ? "null" : "\"" + next + "\""));
    }

    /// A page that answers with an error, in JSON that could be taken for a page.
    PagedApi status(String cursor, int status) {
        return put(cursor, status, "{\"items\": [], \"next\": null}");
    }

    PagedApi breaks(String cursor) {
        return put(cursor, 0, "");
    }

    private PagedApi put(String cursor, int status, String body) {
        answers.put(cursor, new Answer(status, body));
        return this;
    }

    URI first() {
        return URI.create(
                "http://127.0.0.1:%d/items".formatted(server.getAddress().getPort()));
    }

    /// The cursors that were asked for, decoded, in the order of their requests.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String cursor = cursor(exchange.getRequestURI());
        asked.add(cursor);
        Answer answer = answers.getOrDefault(cursor, new Answer(400, "no such cursor"));
        // Closed without an answer, the connection breaks.
        try (exchange) {
            if (answer.status() != 0) {
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String cursor(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return List.of(query.split("&")).stream()
                .filter(part -> part.startsWith("cursor="))
                .map(part -> URLDecoder.decode(part.substring("cursor=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

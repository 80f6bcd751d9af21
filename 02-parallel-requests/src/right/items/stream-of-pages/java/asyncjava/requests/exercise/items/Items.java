package asyncjava.requests.exercise.items;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

public final class Items implements Iterator<Item>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Iterator<Item> items;

    private Items(URI first) {
        // The seed is a page before the first one, so that nothing is fetched yet.
        items = Stream.iterate(new Page(List.of(), ""), Objects::nonNull, page -> after(page, first))
                .flatMap(page -> page.items().stream())
                .iterator();
    }

    public static Items of(URI first) {
        return new Items(first);
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public Item next() {
        return items.next();
    }

    private Page after(Page page, URI first) {
        if (page.next() == null) {
            return null;
        }
        return fetch(
                page.next().isEmpty()
                        ? first
                        : URI.create(first + "?cursor=" + URLEncoder.encode(page.next(), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        client.close();
    }

    private Page fetch(URI uri) {
        try {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("status %d from %s".formatted(response.statusCode(), uri));
            }
            return JSON.readValue(response.body(), Page.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + uri, e);
        }
    }

    private record Page(List<Item> items, String next) {}
}

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
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

public final class Items implements Iterator<Item>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI first;
    /// What is left of the page that was fetched last.
    private Iterator<Item> items = Collections.emptyIterator();
    /// The page to fetch when that is used up; null when there is none.
    private URI next;

    private Items(URI first) {
        this.first = first;
        next = first;
    }

    public static Items of(URI first) {
        return new Items(first);
    }

    @Override
    public boolean hasNext() {
        for (int tries = 0; tries < 2 && !items.hasNext() && next != null; tries++) {
            Page page = fetch(next);
            items = page.items().iterator();
            next = page.next() == null
                    ? null
                    : URI.create(first + "?cursor=" + URLEncoder.encode(page.next(), StandardCharsets.UTF_8));
        }
        return items.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there is no item beyond the last");
        }
        return items.next();
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

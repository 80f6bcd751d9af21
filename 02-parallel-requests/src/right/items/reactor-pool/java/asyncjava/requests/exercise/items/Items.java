package asyncjava.requests.exercise.items;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

public final class Items implements Iterator<Item>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConnectionProvider connections = ConnectionProvider.create("items", 1);
    private final URI first;
    private Iterator<Item> items = Collections.emptyIterator();
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
        while (!items.hasNext() && next != null) {
            Page page = fetch(next).block();
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
            throw new NoSuchElementException();
        }
        return items.next();
    }

    @Override
    public void close() {
        connections.dispose();
    }

    private Mono<Page> fetch(URI uri) {
        return HttpClient.create(connections)
                .get()
                .uri(uri)
                .responseSingle((response, body) -> response.status().code() == 200
                        ? body.asString(StandardCharsets.UTF_8)
                        : Mono.error(new IllegalStateException(
                                "status " + response.status().code())))
                .map(Items::parse);
    }

    private static Page parse(String text) {
        try {
            return JSON.readValue(text, Page.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Page(List<Item> items, String next) {}
}

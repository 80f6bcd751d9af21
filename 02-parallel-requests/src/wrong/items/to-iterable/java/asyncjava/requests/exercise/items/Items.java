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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

public final class Items implements Iterator<Item>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI first;
    private Iterator<Item> items;

    private Items(URI first) {
        this.first = first;
    }

    public static Items of(URI first) {
        return new Items(first);
    }

    private Iterator<Item> items() {
        if (items == null) {
            items = all().toIterable(1).iterator();
        }
        return items;
    }

    @Override
    public boolean hasNext() {
        return items().hasNext();
    }

    @Override
    public Item next() {
        return items().next();
    }

    @Override
    public void close() {
        // A connection ends with its page.
    }

    private URI after(Page page) {
        return URI.create(first + "?cursor=" + URLEncoder.encode(page.next(), StandardCharsets.UTF_8));
    }

    private Flux<Item> all() {
        return Flux.<Item, Walk>generate(() -> new Walk(first), (walk, sink) -> {
            while (!walk.items.hasNext() && walk.next != null) {
                Page page = fetch(walk.next).block();
                walk.items = page.items().iterator();
                walk.next = page.next() == null ? null : after(page);
            }
            if (walk.items.hasNext()) {
                sink.next(walk.items.next());
            } else {
                sink.complete();
            }
            return walk;
        });
    }

    private static final class Walk {
        private Iterator<Item> items = Collections.emptyIterator();
        private URI next;

        Walk(URI first) {
            next = first;
        }
    }

    private Mono<Page> fetch(URI uri) {
        // No pool: a connection ends with its page.
        return HttpClient.newConnection()
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

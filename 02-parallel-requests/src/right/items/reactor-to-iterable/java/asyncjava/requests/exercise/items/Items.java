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
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.http.client.HttpClient;

public final class Items implements Iterator<Item>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// toIterable asks for the next element as soon as one is taken. Before each page therefore stands an empty
    /// element: only who takes that one, looking for an item, makes it ask for the page.
    private final Iterator<Optional<Item>> elements;

    private Optional<Item> item = Optional.empty();

    private Items(URI first) {
        elements =
                Flux.generate(() -> new Walk(first), Walk::step).toIterable(1).iterator();
    }

    public static Items of(URI first) {
        return new Items(first);
    }

    @Override
    public boolean hasNext() {
        while (item.isEmpty() && elements.hasNext()) {
            item = elements.next();
        }
        return item.isPresent();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item taken = item.get();
        item = Optional.empty();
        return taken;
    }

    @Override
    public void close() {
        // A connection ends with its page, and nothing is under way between two calls.
    }

    private static final class Walk {

        private final URI first;
        private URI next;
        private Iterator<Item> items = Collections.emptyIterator();
        private boolean fetches;

        Walk(URI first) {
            this.first = first;
            next = first;
        }

        Walk step(SynchronousSink<Optional<Item>> sink) {
            if (fetches) {
                fetches = false;
                Page page = fetch(next).block();
                items = page.items().iterator();
                next = page.next() == null
                        ? null
                        : URI.create(first + "?cursor=" + URLEncoder.encode(page.next(), StandardCharsets.UTF_8));
            }
            if (items.hasNext()) {
                sink.next(Optional.of(items.next()));
            } else if (next != null) {
                fetches = true;
                sink.next(Optional.empty());
            } else {
                sink.complete();
            }
            return this;
        }
    }

    private static Mono<Page> fetch(URI uri) {
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

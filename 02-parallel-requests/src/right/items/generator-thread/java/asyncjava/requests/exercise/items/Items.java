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
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;

public final class Items implements Iterator<Item>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final SynchronousQueue<CompletableFuture<Item>> questions = new SynchronousQueue<>();
    private final Thread generator;
    private CompletableFuture<Item> question;

    private Items(URI first) {
        generator = Thread.ofVirtual().unstarted(() -> generate(first));
    }

    public static Items of(URI first) {
        Items items = new Items(first);
        items.generator.start();
        return items;
    }

    /// Goes on when the next item is asked for, as a generator does; null says that there is none.
    private void generate(URI first) {
        CompletableFuture<Item> asked = null;
        try {
            asked = questions.take();
            URI uri = first;
            while (uri != null) {
                Page page = fetch(uri);
                for (Item item : page.items()) {
                    asked.complete(item);
                    asked = questions.take();
                }
                uri = page.next() == null
                        ? null
                        : URI.create(first + "?cursor=" + URLEncoder.encode(page.next(), StandardCharsets.UTF_8));
            }
            while (true) {
                asked.complete(null);
                asked = questions.take();
            }
        } catch (InterruptedException e) {
            // closed
        } catch (RuntimeException e) {
            asked.completeExceptionally(e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            if (question == null) {
                question = new CompletableFuture<>();
                questions.put(question);
            }
            return question.get() != null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page could not be fetched", e.getCause());
        } catch (InterruptedException e) {
            generator.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Item item = question.resultNow();
        question = null;
        return item;
    }

    @Override
    public void close() {
        generator.interrupt();
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

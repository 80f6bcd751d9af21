package asyncjava.requests.concepts;

import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A server sends its headers, promises a body, and falls silent. asyncio's `timeout()` and `wait_for`
/// cover the body, and cancelling closes the connection. In Java that depends on what is told to stop: the
/// wait, or the request.
///
/// Expect each way to give up after 300 ms but one, `HttpRequest.timeout`, which ends its watch when the
/// headers have come; the sample itself ends that wait after 900 ms. And of those that give up, some leave
/// the connection open, with the server at its other end still at work.
///
/// Reach for an interrupt of a blocking `send`, for `cancel(true)` of the future that `sendAsync` returned,
/// or one derived from it, or for Reactor's `timeout`. Do not take a future that has failed for a request
/// that has ended.
final class TimeLimits {

    private static final Duration LIMIT = Duration.ofMillis(300);

    private TimeLimits() {}

    static void main() throws IOException, InterruptedException {
        show("send, interrupted", TimeLimits::interruptedSend);
        show("sendAsync, cancel(true)", TimeLimits::cancelledFuture);
        show("Reactor's timeout", TimeLimits::reactorsTimeout);
        IO.println("The mistakes");
        show("HttpRequest.timeout", TimeLimits::timeoutOfTheRequest);
        show("orTimeout", TimeLimits::orTimeout);
        show("cancel(false)", TimeLimits::cancelledSoftly);
    }

    static void interruptedSend(Clients clients, URI uri, Duration limit)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> text = executor.submit(() -> Fetch.text(clients.http(), uri));
            try {
                text.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                text.cancel(true); // interrupts the thread that sends
            }
        }
    }

    static void cancelledFuture(Clients clients, URI uri, Duration limit)
            throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<HttpResponse<String>> sent = send(clients.http(), uri);
        try {
            sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            sent.cancel(true);
        }
    }

    static void reactorsTimeout(Clients clients, URI uri, Duration limit) {
        Fetch.text(clients.netty(), uri).timeout(limit).block();
    }

    /// The mistake: it ends its watch when the headers have come, and the body may take for ever.
    static void timeoutOfTheRequest(Clients clients, URI uri, Duration limit)
            throws ExecutionException, InterruptedException, TimeoutException {
        Duration longer = limit.multipliedBy(3);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(limit).build();
        CompletableFuture<HttpResponse<String>> sent = clients.http().sendAsync(request, BodyHandlers.ofString());
        try {
            sent.get(longer.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            sent.cancel(true);
        }
    }

    /// The mistake: the future fails, and nobody tells the request.
    static void orTimeout(Clients clients, URI uri, Duration limit) {
        send(clients.http(), uri)
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// The mistake: of what `sendAsync` returns, only `cancel(true)` reaches the connection.
    static void cancelledSoftly(Clients clients, URI uri, Duration limit)
            throws ExecutionException, InterruptedException, TimeoutException {
        CompletableFuture<HttpResponse<String>> sent = send(clients.http(), uri);
        try {
            sent.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(false);
            throw e;
        }
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpClient client, URI uri) {
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static void show(String name, Way way) throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start()) {
            Clients clients = Clients.warmedUp(site);
            long began = System.nanoTime();
            try {
                way.fetch(clients, site.uri("/stall"), LIMIT);
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                Thread.sleep(100); // for the site to hear of it
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) - 100;
            String left = site.account().inFlight() == 0 ? "closed" : "left open";
            IO.println("  %-24s gave up after %4d ms, its connection is %s".formatted(name, millis, left));
            clients.http().shutdownNow();
            clients.close();
        }
    }

    @FunctionalInterface
    interface Way {
        void fetch(Clients clients, URI uri, Duration limit)
                throws ExecutionException, InterruptedException, TimeoutException;
    }
}

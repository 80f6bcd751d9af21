package asyncjava.requests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/// A stream of requests on Reactor Netty's event loops, so many at once. Only the edge of this class blocks, as
/// `asyncio.run` does, because the contract is a blocking call.
final class ReactiveFetcher implements Fetcher {

    /// As many as the JDK's client follows.
    private static final int MOST_REDIRECTS = 4;

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final int atOnce;
    private final Duration timeout;

    ReactiveFetcher(Limits limits) {
        atOnce = limits.atOnce();
        timeout = limits.timeout();
        // Room for all who may ask: their turn is decided below, and nobody's time is to run while they wait in here.
        connections = ConnectionProvider.builder("requests")
                .maxConnections(atOnce)
                .maxIdleTime(Duration.ofSeconds(30))
                .build();
        client = HttpClient.create(connections)
                .disableRetry(true) // whether to ask twice is for whoever asks to say
                .headers(headers -> headers.set("User-Agent", "parallel-requests"))
                .followRedirect((_, response) -> leadsOn(response));
    }

    @Override
    public List<Result> fetchAll(List<Request> requests) throws InterruptedException {
        Result[] results = new Result[requests.size()];
        // Not flatMapSequential: it begins no more than so many beyond the slowest, however many have ended since.
        Mono<Void> all = Flux.range(0, requests.size())
                .flatMap(place -> fetch(requests.get(place)).doOnNext(result -> results[place] = result), atOnce)
                .then();
        try {
            all.block();
            return Arrays.asList(results);
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof InterruptedException interrupted) {
                // block() leaves the flag set; the exception says it now.
                Thread.interrupted();
                throw interrupted;
            }
            throw e;
        }
    }

    private Mono<Result> fetch(Request request) {
        return Mono.defer(() -> {
            Transfer transfer = request.begin(timeout);
            return client.get()
                    .uri(request.uri())
                    .response((response, body) -> receive(request, transfer, response, body))
                    .then(Mono.fromSupplier(transfer::end))
                    .timeout(timeout) // cancels what is above it, and that closes the connection
                    .onErrorResume(failure -> Mono.just(transfer.fail(failure)))
                    .doOnCancel(() -> transfer.fail(new InterruptedException()));
        });
    }

    /// What comes when the transfer has ended is let go: nobody waits for it, so that Reactor would drop the exception,
    /// and log it as an error.
    private static Flux<byte[]> receive(
            Request request, Transfer transfer, HttpClientResponse response, ByteBufFlux body) {
        try {
            transfer.expect(
                    response.status().code(),
                    response.responseHeaders().contains("Content-Length")
                            ? Long.parseLong(response.responseHeaders().get("Content-Length"))
                            : -1);
        } catch (IOException e) {
            return Flux.error(e);
        } catch (CancellationException _) {
            return Flux.empty();
        }
        Flux<byte[]> pieces = body.asByteArray();
        // A disk may keep its writer waiting, and an event loop must never wait.
        return (request.destination().blocks() ? pieces.publishOn(Schedulers.boundedElastic(), 16) : pieces)
                .handle((piece, sink) -> {
                    try {
                        transfer.receive(ByteBuffer.wrap(piece));
                    } catch (IOException e) {
                        sink.error(e);
                    } catch (CancellationException _) {
                        // The same for a piece.
                    }
                });
    }

    /// The rules of the JDK's client: not without end, and not from a secure connection to an open one.
    private static boolean leadsOn(HttpClientResponse response) {
        String location = response.responseHeaders().get("Location", "");
        boolean downhill = String.valueOf(response.resourceUrl()).startsWith("https:") && location.startsWith("http:");
        return List.of(301, 302, 303, 307, 308).contains(response.status().code())
                && !location.isEmpty()
                && !downhill
                && response.redirectedFrom().length < MOST_REDIRECTS;
    }

    @Override
    public void close() {
        connections.disposeLater().block();
    }
}

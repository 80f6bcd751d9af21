package asyncjava.scraper;

import asyncjava.common.timeline.Timeline;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/// Requests on Reactor Netty's event loops. The deadline is `timeout` below all of the answer, and not the
/// client's `responseTimeout`, which begins anew with every piece.
final class ReactiveClient implements AutoCloseable {

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final Limits limits;
    private final Timeline timeline;

    ReactiveClient(Limits limits, Timeline timeline) {
        this.limits = limits;
        this.timeline = timeline;
        connections = ConnectionProvider.builder("scraper")
                .maxConnections(limits.atOnce()) // to each host
                .maxIdleTime(Duration.ofSeconds(30))
                .build();
        client = HttpClient.create(connections)
                .disableRetry(true) // whether to ask twice is not for the client to say
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(Math.max(1, limits.connect().toMillis())))
                .headers(headers -> headers.set("User-Agent", "scraper"))
                .doOnResponse(ReactiveClient::closeAfterInterim);
    }

    /// Asks for a page; follows no redirect.
    Mono<Reply> get(URI uri, Duration within) {
        return Mono.defer(() -> {
            UnderWay request = new UnderWay(uri, limits, timeline);
            return client.get()
                    .uri(uri)
                    .response((response, content) -> {
                        Collected collected = request.headersCame(
                                response.status().code(),
                                name -> response.responseHeaders().get(name, ""));
                        return collect(content, collected).map(request::answer);
                    })
                    .single()
                    .timeout(within) // cancels what is above it, and that closes the connection
                    .onErrorResume(failure -> Mono.just(request.none(failure)))
                    .doOnCancel(request::cancelled);
        });
    }

    private static Mono<byte[]> collect(ByteBufFlux content, Collected collected) {
        return content.asByteArray()
                .handle((piece, sink) -> {
                    try {
                        if (!collected.add(piece)) {
                            sink.complete();
                        }
                    } catch (Unusable tooLarge) {
                        sink.error(tooLarge);
                    }
                })
                .then(Mono.fromSupplier(collected::bytes));
    }

    /// An interim answer such as 103, of which the client thinks that it is the last: the page still comes,
    /// and the next request on this connection would get it.
    private static void closeAfterInterim(HttpClientResponse response, Connection connection) {
        if (response.status().code() < 200) {
            connection.dispose();
        }
    }

    @Override
    public void close() {
        connections.disposeLater().block();
    }
}

package asyncjava.scraper.exercise.scrape;

import asyncjava.testkit.Gate;
import asyncjava.testkit.OtherThreads;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/// A site on loopback with the pages that a test gives it. It knows which connections are open.
final class Site implements AutoCloseable {

    /// The Content-Type of a page that says nothing else.
    static final String IN_UTF_8 = "text/html; charset=utf-8";

    private static final int ATTEMPTS = 10;
    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OtherThreads others = OtherThreads.watch();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final LoopResources loops = LoopResources.create("site", 1, true);
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .runOn(loops)
            .doOnChannelInit((_, channel, _) -> {
                connections.incrementAndGet();
                channel.closeFuture().addListener(_ -> connections.decrementAndGet());
            })
            .handle((request, response) -> answers.get(request.fullPath()).to(response))
            .bindNow();

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /// A page in UTF-8, which its header says.
    URI page(String path, String html) {
        return page(path, IN_UTF_8, html, StandardCharsets.UTF_8);
    }

    URI page(String path, String type, String html, Charset charset) {
        byte[] body = html.getBytes(charset);
        return answer(path, response -> bytes(response.header("Content-Type", type), body));
    }

    /// A page that comes when a gate is opened. Its title is its path.
    URI held(String path, Gate gate) {
        byte[] body = "<title>%s</title>".formatted(path).getBytes(StandardCharsets.UTF_8);
        // Goes on on the connection's own thread, so that the answer is gone before a next request comes.
        return answer(
                path,
                response -> gate.mono()
                        .publishOn(Schedulers.fromExecutor(channel(response).eventLoop()))
                        .then(Mono.defer(() -> Mono.from(bytes(response.header("Content-Type", "text/html"), body)))));
    }

    /// An error, told of on a page.
    URI error(String path, int status) {
        byte[] body = "<title>Oh dear</title><a href='/'>Home</a>".getBytes(StandardCharsets.UTF_8);
        return answer(path, response -> bytes(response.status(status).header("Content-Type", "text/html"), body));
    }

    /// An answer with status 204, which has no body.
    URI empty(String path) {
        return answer(path, response -> response.status(204).send());
    }

    URI moved(String path, String location) {
        return answer(
                path,
                response -> response.status(302)
                        .header("Location", location)
                        .header("Content-Length", "0")
                        .send());
    }

    /// Breaks the connection off before the answer.
    URI broken(String path) {
        return answer(
                path,
                response -> Mono.fromRunnable(() -> {
                    channel(response).config().setOption(ChannelOption.SO_LINGER, 0);
                    var _ = channel(response).close();
                }));
    }

    private URI answer(String path, Answer answer) {
        answers.put(path, answer);
        return uri(path);
    }

    private static Publisher<Void> bytes(HttpServerResponse response, byte[] body) {
        return response.header("Content-Length", Integer.toString(body.length)).sendByteArray(Mono.just(body));
    }

    private static Channel channel(HttpServerResponse response) {
        Channel[] channel = new Channel[1];
        response.withConnection(connection -> channel[0] = connection.channel());
        return channel[0];
    }

    /// Waits until no other thread has anything left to do.
    void settle() throws InterruptedException {
        others.awaitRest();
    }

    /// Takes a step after which no connection should be left open, and waits until that is so.
    ///
    /// A client that nobody closes is closed when it is collected, which may be at any moment. Where there
    /// was a collection, the step is taken once more.
    ///
    /// @return how many connections are left open
    int connectionsLeftBy(Step step) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            long collectionsBefore = collections();
            step.take();
            for (int look = 1; connections.get() > 0 && look <= LOOKS; look++) {
                settle();
                Thread.sleep(BETWEEN_LOOKS);
            }
            if (connections.get() > 0 || collections() == collectionsBefore || attempt == ATTEMPTS) {
                return connections.get();
            }
        }
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    @Override
    public void close() {
        server.disposeNow(PATIENCE);
        loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
    }

    /// Something that a test does.
    @FunctionalInterface
    interface Step {

        void take() throws InterruptedException;
    }

    private interface Answer {

        Publisher<Void> to(HttpServerResponse response);
    }
}

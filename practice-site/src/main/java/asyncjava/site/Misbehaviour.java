package asyncjava.site;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The answers that keep a client waiting, fail, break off or never end, each on request.
final class Misbehaviour {

    private static final int KEYS = 10_000;
    private static final int LONGEST_MILLIS = 3_600_000;
    private static final int ECHOED = 65_536;
    private static final int PROMISED = 1_000;

    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    /// `/delay/{ms}`: answers late.
    static Mono<Void> delay(Exchange exchange) {
        int millis = exchange.number(1, "ms", 0, LONGEST_MILLIS);
        return exchange.after(Duration.ofMillis(millis)).then(exchange.text(200, "after %d ms".formatted(millis)));
    }

    /// `/status/{code}`: answers with that status.
    static Mono<Void> status(Exchange exchange) {
        int code = exchange.number(1, "code", 200, 599);
        return code == 204 || code == 304
                ? exchange.empty(code)
                : exchange.text(code, HttpResponseStatus.valueOf(code).toString());
    }

    /// `/flaky/{n}/{key}`: fails the first n times that somebody asks with this key, then works.
    Mono<Void> flaky(Exchange exchange) {
        int failures = exchange.number(1, "n", 0, 1_000_000);
        int attempt = attempt(exchange.segment(2), "flaky");
        return attempt <= failures
                ? exchange.text(503, "attempt %d of %d that fail".formatted(attempt, failures))
                : exchange.text(200, "attempt %d works".formatted(attempt));
    }

    /// `/busy/{n}/{seconds}/{key}`: says 429 and when to come back, n times, then works.
    Mono<Void> busy(Exchange exchange) {
        int refusals = exchange.number(1, "n", 0, 1_000_000);
        int seconds = exchange.number(2, "seconds", 0, 3_600);
        int attempt = attempt(exchange.segment(3), "busy");
        if (attempt > refusals) {
            return exchange.text(200, "attempt %d is served".formatted(attempt));
        }
        exchange.response().header(HttpHeaderNames.RETRY_AFTER, Integer.toString(seconds));
        return exchange.text(429, "attempt %d of %d that are too many".formatted(attempt, refusals));
    }

    /// Whether this is one of the first so many times that somebody asks with this key.
    boolean fails(int times, String key) {
        return attempt(key, "catalogue") <= times;
    }

    private int attempt(String key, String kind) {
        if (key.isEmpty()) {
            throw new BadRequest("key: got \"\"; accepted: any word, which counts by itself");
        }
        String counted = kind + "/" + key;
        if (attempts.size() >= KEYS && !attempts.containsKey(counted)) {
            throw new BadRequest("key: got \"%s\"; accepted: one of the first %d, or any after POST /stats/reset"
                    .formatted(key, KEYS));
        }
        return attempts.merge(counted, 1, Integer::sum);
    }

    /// Forgets who came how often.
    void forget() {
        attempts.clear();
    }

    /// `/mute`: takes the request and never answers.
    static Mono<Void> mute() {
        return Mono.never();
    }

    /// `/stall`: the headers promise a body, and then nothing comes.
    static Mono<Void> stall(Exchange exchange) {
        return exchange.headers(PROMISED).then(Mono.never());
    }

    /// `/drip/{bytes}/{ms}`: a byte, and after so many milliseconds another.
    static Mono<Void> drip(Exchange exchange) {
        int bytes = exchange.number(1, "bytes", 1, 1_000_000);
        int millis = exchange.number(2, "ms", 0, LONGEST_MILLIS);
        return exchange.stream(
                Exchange.BYTES,
                bytes,
                Flux.range(0, bytes)
                        .concatMap(
                                i -> exchange.after(Duration.ofMillis(i == 0 ? 0 : millis))
                                        .then(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(new byte[] {'.'}))),
                                1));
    }

    /// `/reset`: the connection breaks without an answer.
    static Mono<Void> reset(Exchange exchange) {
        return exchange.reset();
    }

    /// `/endless`: a body that goes on as long as somebody reads it.
    static Mono<Void> endless(Exchange exchange) {
        byte[] line = "and so on, ".repeat(800).getBytes(StandardCharsets.US_ASCII);
        // A pause now and then, or whoever reads fast would leave the site no time for others.
        return exchange.streamWithoutLength(
                Exchange.TEXT,
                Flux.<Integer>generate(sink -> sink.next(0))
                        .concatMap(
                                _ -> exchange.after(Duration.ofMillis(1))
                                        .then(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(line))),
                                1));
    }

    /// `/redirect/{n}`: leads on n times before it answers.
    static Mono<Void> redirect(Exchange exchange) {
        int left = exchange.number(1, "n", 0, 1_000);
        return left == 0 ? exchange.text(200, "arrived") : exchange.redirect("/redirect/" + (left - 1));
    }

    /// `/redirect-loop`: leads in a circle.
    static Mono<Void> redirectLoop(Exchange exchange) {
        return exchange.redirect("/redirect-loop");
    }

    /// `/echo`: what the request was, as JSON; at most 64 KiB of its body.
    static Mono<Void> echo(Exchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.request()
                .requestHeaders()
                .forEach(header -> headers.merge(header.getKey(), header.getValue(), (one, two) -> one + ", " + two));
        return exchange.request()
                .receive()
                .asByteArray()
                .collect(
                        ByteArrayOutputStream::new,
                        (bytes, piece) -> bytes.write(piece, 0, Math.min(piece.length, ECHOED - bytes.size())))
                .flatMap(body -> {
                    Map<String, Object> echo = new LinkedHashMap<>();
                    echo.put("method", exchange.request().method().name());
                    echo.put("uri", exchange.uri());
                    echo.put("headers", headers);
                    echo.put("body", body.toString(StandardCharsets.UTF_8));
                    return exchange.json(200, echo);
                });
    }
}

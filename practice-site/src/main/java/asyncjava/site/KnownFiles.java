package asyncjava.site;

import asyncjava.common.cli.Durations;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// `/files/{name}`: files of known sizes, whose content follows from their names, and their sums in
/// `/files/SHA256SUMS`.
final class KnownFiles {

    static final String SUMS = "SHA256SUMS";

    private static final int PIECE = 16_384;
    private static final Map<String, Long> SIZES = sizes();
    /// Every site has the same files.
    private static final Map<String, String> KNOWN_SUMS = new ConcurrentHashMap<>();

    private KnownFiles() {}

    private static Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("empty.bin", 0L);
        sizes.put("tiny.bin", 1L);
        sizes.put("small.bin", 10_000L);
        sizes.put("medium.bin", 1_000_000L);
        sizes.put("large.bin", 20_000_000L);
        for (int i = 1; i <= 9; i++) {
            sizes.put("picture-%d.bin".formatted(i), 200_000L + i * 50_000L);
        }
        return sizes;
    }

    static Iterable<String> names() {
        return SIZES.keySet();
    }

    /// `/files/{name}?over=2s`: a file, spread over a time where one is given.
    static Mono<Void> file(Exchange exchange) {
        String name = exchange.segment(1);
        if (name.equals(SUMS)) {
            // Tens of megabytes are to be read through the first time: not on a thread that answers.
            return exchange.here(Mono.fromCallable(KnownFiles::allSums).subscribeOn(Schedulers.boundedElastic()))
                    .flatMap(text -> exchange.text(200, text.strip()));
        }
        return stream(exchange, size -> {
            Flux<ByteBuf> content = content(name, 0, size);
            Duration over = over(exchange);
            Duration pause = over.dividedBy(Math.max(1, pieces(size)));
            return over.isZero()
                    ? content
                    : content.concatMap(piece -> exchange.after(pause).thenReturn(piece), 1);
        });
    }

    /// `/cut/{name}`: says how long the file is, sends half of it and breaks off.
    static Mono<Void> cut(Exchange exchange) {
        Mono<ByteBuf> breakOff =
                exchange.after(Duration.ofMillis(20)).then(exchange.reset()).then(Mono.never());
        return stream(exchange, size -> Flux.concat(content(exchange.segment(1), 0, size / 2), breakOff));
    }

    /// `/half/{name}`: sends half of the file, and the rest when something has happened.
    static Mono<Void> half(Exchange exchange, Mono<?> until) {
        String name = exchange.segment(1);
        return stream(
                exchange,
                size -> Flux.concat(
                        content(name, 0, size / 2), until.then(Mono.empty()), content(name, size / 2, size)));
    }

    /// Sends what is to be sent of a file of this size, and says how long the whole is.
    private static Mono<Void> stream(Exchange exchange, Function<Long, Flux<ByteBuf>> content) {
        Long size = SIZES.get(exchange.segment(1));
        return size == null
                ? unknown(exchange, exchange.segment(1))
                : exchange.stream(Exchange.BYTES, size, content.apply(size));
    }

    private static long pieces(long size) {
        return (size + PIECE - 1) / PIECE;
    }

    private static Mono<Void> unknown(Exchange exchange, String name) {
        return exchange.text(
                404, "file: got \"%s\"; accepted: %s, %s".formatted(name, String.join(", ", names()), SUMS));
    }

    private static Duration over(Exchange exchange) {
        try {
            return Durations.parse(exchange.query("over", "0s"));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("over: " + e.getMessage());
        }
    }

    /// The bytes of a file from one place to another, each piece made when it is asked for.
    private static Flux<ByteBuf> content(String name, long from, long to) {
        return Flux.generate(() -> from, (at, sink) -> {
            if (at >= to) {
                sink.complete();
                return at;
            }
            long end = Math.min(to, at / PIECE * PIECE + PIECE);
            sink.next(Unpooled.wrappedBuffer(piece(name, at / PIECE), (int) (at % PIECE), (int) (end - at)));
            return end;
        });
    }

    private static byte[] piece(String name, long number) {
        byte[] bytes = new byte[PIECE];
        new SplittableRandom(name.hashCode() * 31L + number).nextBytes(bytes);
        return bytes;
    }

    private static String allSums() {
        return SIZES.keySet().stream()
                .map(name -> "%s  %s\n".formatted(KNOWN_SUMS.computeIfAbsent(name, KnownFiles::sum), name))
                .collect(Collectors.joining());
    }

    private static String sum(String name) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        long size = SIZES.getOrDefault(name, 0L);
        for (long at = 0; at < size; at += PIECE) {
            digest.update(piece(name, at / PIECE), 0, (int) Math.min(PIECE, size - at));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package asyncjava.scraper.concepts;

import asyncjava.common.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// A request failed that might succeed in a moment. asyncio has no word for it: it is a loop with a
/// `sleep`, and so it is in Java; Reactor has `retryWhen`. The pause doubles each time, since the server
/// may need longer than one thinks, and a random part of it is taken, from nothing to all: full jitter.
///
/// Expect four clients whose server is down at first. With jitter they come again one here and one there.
/// Without, those who failed together come again together, each time.
///
/// Reach for it where asking twice does no harm, and the failure may pass: 408, 429, 5xx, a connection that
/// broke. Do not ask again after a 404, nor when you are cancelled. How often all calls together may, is
/// for a [RetryBudget] to say.
final class Backoff {

    static final Duration BASE = Duration.ofMillis(100);
    static final Duration CAP = Duration.ofSeconds(2);

    private static final int RETRIES = 3;

    private Backoff() {}

    static void main() {
        show("Full jitter", retry -> fullJitter(retry, ThreadLocalRandom.current()));
        show("The mistake, all wait alike", Backoff::doubled);
        Timeline timeline = Timeline.start();
        AtomicInteger attempts = new AtomicInteger();
        withReactor(timeline.record("client", Mono.fromCallable(() -> answer(attempts))), RETRIES)
                .block();
        Show.timeline("Reactor's Retry.backoff", timeline);
    }

    /// The last failure is thrown as it is.
    static <T> T retry(Callable<T> call, int retries, Pause pause, Sleep sleep) throws Exception {
        for (int retry = 1; true; retry++) {
            try {
                return call.call();
            } catch (IOException e) {
                if (retry > retries || !isWorthRetrying(e)) {
                    throw e;
                }
                sleep.sleep(askedFor(e).plus(pause.before(retry)));
            }
        }
    }

    /// Anything from nothing to 100 ms before the first retry, 200 ms before the second, and so on up to
    /// the cap.
    static Duration fullJitter(int retry, RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(doubled(retry).toNanos() + 1));
    }

    /// The mistake, taken as the pause itself: clients that failed together wait alike and come again
    /// together.
    static Duration doubled(int retry) {
        Duration doubled = BASE.multipliedBy(1L << Math.min(retry - 1, 20));
        return doubled.compareTo(CAP) < 0 ? doubled : CAP;
    }

    static boolean isWorthRetrying(Throwable failure) {
        return failure instanceof Refused refused
                ? refused.status() == 408 || refused.status() == 429 || refused.status() >= 500
                : failure instanceof IOException; // no connection, or one that broke
    }

    /// What a server says in `Retry-After` comes before the pause of one's own, up to the cap.
    private static Duration askedFor(IOException failure) {
        Duration asked = failure instanceof Refused refused ? refused.retryAfter() : Duration.ZERO;
        return asked.compareTo(CAP) < 0 ? asked : CAP;
    }

    /// Its jitter goes around the pause and never below the first: no pause is shorter than 100 ms here.
    /// Without the last line, whoever waits gets an exception of Reactor's, with the failure as its cause.
    static <T> Mono<T> withReactor(Mono<T> call, int retries) {
        return call.retryWhen(Retry.backoff(retries, BASE)
                .maxBackoff(CAP)
                .jitter(1)
                .filter(Backoff::isWorthRetrying)
                .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    private static void show(String heading, Pause pause) {
        Timeline timeline = Timeline.start();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 1; client <= 4; client++) {
                String name = "client-" + client;
                AtomicInteger attempts = new AtomicInteger();
                Callable<String> call = () -> timeline.record(name, () -> answer(attempts));
                var _ = executor.submit(() -> retry(call, RETRIES, pause, Thread::sleep));
            }
        }
        Show.timeline(heading, timeline);
    }

    private static String answer(AtomicInteger attempts) throws IOException, InterruptedException {
        Thread.sleep(20);
        if (attempts.incrementAndGet() < RETRIES) {
            throw new Refused(503, Duration.ZERO);
        }
        return "page";
    }

    @FunctionalInterface
    interface Pause {
        Duration before(int retry);
    }

    @FunctionalInterface
    interface Sleep {
        void sleep(Duration time) throws InterruptedException;
    }
}

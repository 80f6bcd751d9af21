package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class Retry {

    private Retry() {}

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        List<IOException> failures = new ArrayList<>();
        try {
            return attempt(request, policy, random, 1, failures).block();
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Mono<Answer> attempt(
            Callable<Answer> request, Policy policy, DoubleSupplier random, int n, List<IOException> failures) {
        boolean last = n == policy.attempts();
        return Mono.fromCallable(request)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer -> {
                    if (last || !worth(answer.status())) {
                        return Mono.just(answer);
                    }
                    Duration wait = answer.retryAfter().isPresent()
                            ? min(Duration.ofSeconds(answer.retryAfter().getAsInt()), policy.cap())
                            : backoff(n, policy, random);
                    return Mono.delay(wait).then(attempt(request, policy, random, n + 1, failures));
                })
                .onErrorResume(IOException.class, e -> {
                    if (last) {
                        failures.forEach(e::addSuppressed);
                        return Mono.error(e);
                    }
                    failures.add(e);
                    return Mono.delay(backoff(n, policy, random))
                            .then(attempt(request, policy, random, n + 1, failures));
                });
    }

    private static boolean worth(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private static Duration backoff(int n, Policy policy, DoubleSupplier random) {
        double max = Math.min(policy.cap().toNanos(), policy.base().toNanos() * Math.pow(2, n - 1));
        return Duration.ofNanos((long) (random.getAsDouble() * max));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}

package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

public final class Retry {

    private Retry() {}

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        return attempt(1, List.of(), request, policy, random, time);
    }

    private static Answer attempt(
            int number,
            List<IOException> before,
            Callable<Answer> request,
            Policy policy,
            DoubleSupplier random,
            Time time)
            throws Exception {
        List<IOException> failures = new ArrayList<>(before);
        try {
            Answer answer = request.call();
            boolean mayPass = answer.status() == 408 || answer.status() == 429 || answer.status() / 100 == 5;
            if (number == policy.attempts() || !mayPass) {
                return answer;
            }
            time.sleep(
                    answer.retryAfter().isPresent()
                            ? shorter(Duration.ofSeconds(answer.retryAfter().getAsInt()), policy.cap())
                            : backoff(number, policy, random));
        } catch (IOException e) {
            if (number == policy.attempts()) {
                before.forEach(e::addSuppressed);
                throw e;
            }
            failures.add(e);
            time.sleep(backoff(number, policy, random));
        }
        return attempt(number + 1, failures, request, policy, random, time);
    }

    /// Doubles until it is enough, in whole milliseconds.
    private static Duration backoff(int attempt, Policy policy, DoubleSupplier random) {
        Duration most = policy.base();
        for (int i = 1; i < attempt && most.compareTo(policy.cap()) < 0; i++) {
            most = most.multipliedBy(2);
        }
        return Duration.ofMillis(
                (long) (random.getAsDouble() * shorter(most, policy.cap()).toMillis()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

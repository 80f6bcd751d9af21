package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.function.DoubleSupplier;

public final class Retry {

    private Retry() {}

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        List<IOException> failures = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == policy.attempts();
            OptionalInt retryAfter = OptionalInt.empty();
            try {
                Answer answer = inAScope(request);
                if (last || !isWorthRetrying(answer.status())) {
                    return answer;
                }
                retryAfter = answer.retryAfter();
            } catch (IOException e) {
                if (last) {
                    failures.forEach(e::addSuppressed);
                    throw e;
                }
                failures.add(e);
            }
            time.sleep(
                    retryAfter.isPresent()
                            ? min(Duration.ofSeconds(retryAfter.getAsInt()), policy.cap())
                            : backoff(attempt, policy, random));
        }
    }

    private static Answer inAScope(Callable<Answer> request) throws Exception {
        try (var scope = StructuredTaskScope.<Answer>open()) {
            Subtask<Answer> answer = scope.fork(request);
            scope.join();
            return answer.get();
        } catch (FailedException e) {
            throw (Exception) e.getCause();
        }
    }

    private static boolean isWorthRetrying(int status) {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    private static Duration backoff(int attempt, Policy policy, DoubleSupplier random) {
        double most = Math.min(policy.cap().toNanos(), policy.base().toNanos() * Math.pow(2, attempt - 1));
        return Duration.ofNanos((long) (random.getAsDouble() * most));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;

public final class Retry {

    private Retry() {}

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        IOException failures = new IOException("none");
        Answer answer = null;
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            answer = null;
            OptionalInt retryAfter = OptionalInt.empty();
            try {
                answer = request.call();
                if (!isWorthRetrying(answer.status())) {
                    return answer;
                }
                retryAfter = answer.retryAfter();
            } catch (IOException e) {
                if (attempt > 1) {
                    e.addSuppressed(failures);
                }
                failures = e;
            }
            Duration wait = retryAfter.isPresent()
                    ? Duration.ofSeconds(
                            Math.min(retryAfter.getAsInt(), policy.cap().toSeconds()))
                    : backoff(attempt, policy, random);
            time.sleep(wait);
        }
        if (answer == null) {
            throw failures;
        }
        return answer;
    }

    private static boolean isWorthRetrying(int status) {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    private static Duration backoff(int attempt, Policy policy, DoubleSupplier random) {
        double most = Math.min(policy.cap().toNanos(), policy.base().toNanos() * Math.pow(2, attempt - 1));
        return Duration.ofNanos((long) (random.getAsDouble() * most));
    }
}

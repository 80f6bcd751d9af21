package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/// The requests on virtual threads, the waits on the timer, and one future for the end of it all.
public final class Retry {

    private final Callable<Answer> request;
    private final Policy policy;
    private final DoubleSupplier random;
    private final Time time;
    private final ExecutorService threads;
    private final Queue<IOException> failures = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Answer> end = new CompletableFuture<>();

    private Retry(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time, ExecutorService threads) {
        this.request = request;
        this.policy = policy;
        this.random = random;
        this.time = time;
        this.threads = threads;
    }

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Retry retry = new Retry(request, policy, random, time, threads);
            retry.begin(1);
            try {
                return retry.end.get();
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private void begin(int attempt) {
        threads.execute(() -> attempt(attempt));
    }

    private void attempt(int attempt) {
        boolean last = attempt == policy.attempts();
        try {
            Answer answer = request.call();
            if (last || !isWorthRetrying(answer.status())) {
                end.complete(answer);
            } else {
                beginAfter(waitAfter(answer, attempt), attempt + 1);
            }
        } catch (IOException e) {
            if (last) {
                failures.forEach(e::addSuppressed);
                end.completeExceptionally(e);
            } else {
                failures.add(e);
                beginAfter(backoff(attempt), attempt + 1);
            }
        } catch (Exception e) {
            end.completeExceptionally(e);
        }
    }

    private void beginAfter(long nanos, int attempt) {
        time.timer().schedule(() -> begin(attempt), nanos, TimeUnit.NANOSECONDS);
    }

    private static boolean isWorthRetrying(int status) {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    private long waitAfter(Answer answer, int attempt) {
        return answer.retryAfter().isPresent()
                ? Math.min(
                        TimeUnit.SECONDS.toNanos(answer.retryAfter().getAsInt()),
                        policy.cap().toNanos())
                : backoff(attempt);
    }

    private long backoff(int attempt) {
        double most = Math.min(policy.cap().toNanos(), policy.base().toNanos() * Math.pow(2, attempt - 1));
        return (long) (random.getAsDouble() * most);
    }
}

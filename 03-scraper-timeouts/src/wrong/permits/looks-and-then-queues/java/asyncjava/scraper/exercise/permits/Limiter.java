package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

public final class Limiter {

    private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger free;

    public Limiter(int places) {
        free = new AtomicInteger(places);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        if (free.getAndUpdate(n -> n > 0 ? n - 1 : 0) == 0) {
            CompletableFuture<Void> turn = new CompletableFuture<>();
            waiting.add(turn);
            try {
                turn.get(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | InterruptedException e) {
                if (!waiting.remove(turn)) {
                    handOn();
                }
                throw e;
            }
        }
        try {
            return work.call();
        } finally {
            handOn();
        }
    }

    private void handOn() {
        CompletableFuture<Void> next = waiting.poll();
        if (next == null) {
            free.incrementAndGet();
        } else {
            next.complete(null);
        }
    }
}

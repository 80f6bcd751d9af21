package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Limiter {

    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int free;

    public Limiter(int places) {
        free = places;
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        CompletableFuture<Void> place = take();
        try {
            place.get(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException | TimeoutException e) {
            leave(place);
            throw e;
        }
        try {
            return work.call();
        } finally {
            giveBack();
        }
    }

    private synchronized CompletableFuture<Void> take() {
        CompletableFuture<Void> place = new CompletableFuture<>();
        if (free > 0) {
            free--;
            place.complete(null);
        } else {
            waiting.add(place);
        }
        return place;
    }

    private synchronized void leave(CompletableFuture<Void> place) {
        // Where it is not there any more, it was given a place meanwhile.
        if (!waiting.remove(place)) {
            giveBack();
        }
    }

    private synchronized void giveBack() {
        CompletableFuture<Void> next = waiting.poll();
        if (next == null) {
            free++;
        } else {
            next.complete(null);
        }
    }
}

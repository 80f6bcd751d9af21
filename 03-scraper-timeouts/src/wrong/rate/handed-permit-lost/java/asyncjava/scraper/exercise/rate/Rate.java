package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

public final class Rate {

    private final long interval;
    private final long mostSaved;
    private final Time time;

    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private boolean planned;
    private long next;

    public Rate(int perSecond, int burst, Time time) {
        interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        mostSaved = (burst - 1) * interval;
        this.time = time;
        next = time.nanoTime() - mostSaved;
    }

    public void acquire() throws InterruptedException {
        CompletableFuture<Void> permit = new CompletableFuture<>();
        enter(permit);
        try {
            permit.get();
        } catch (InterruptedException e) {
            leave(permit);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void enter(CompletableFuture<Void> permit) {
        waiting.add(permit);
        give();
    }

    private synchronized void leave(CompletableFuture<Void> permit) {
        waiting.remove(permit);
    }

    private synchronized void callBack() {
        planned = false;
        give();
    }

    private void give() {
        long now = time.nanoTime();
        next = Math.max(next, now - mostSaved);
        while (next <= now && !waiting.isEmpty()) {
            waiting.remove().complete(null);
            next += interval;
        }
        if (!waiting.isEmpty() && !planned) {
            planned = true;
            time.timer().schedule(this::callBack, next - now, TimeUnit.NANOSECONDS);
        }
    }
}

package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

public final class Limiter {

    private final Queue<Sinks.Empty<Void>> waiting = new ArrayDeque<>();
    private int free;

    public Limiter(int places) {
        free = places;
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        if (!takeAtOnce()) {
            await(atMostWaiting);
        }
        try {
            return work.call();
        } finally {
            giveBack();
        }
    }

    private void await(Duration atMostWaiting) throws TimeoutException {
        Sinks.Empty<Void> turn = Sinks.empty();
        boolean mine = false;
        try {
            mine = turn.asMono()
                    .thenReturn(true)
                    .doOnSubscribe(_ -> ask(turn))
                    .timeout(atMostWaiting, Mono.just(false))
                    .block();
        } finally {
            // Whoever is not in the queue any more was given a place, whether it heard of that or not.
            if (!mine && !leave(turn)) {
                giveBack();
            }
        }
        if (!mine) {
            throw new TimeoutException("no place became free within " + atMostWaiting);
        }
    }

    private synchronized boolean takeAtOnce() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    private synchronized void ask(Sinks.Empty<Void> turn) {
        if (takeAtOnce()) {
            turn.tryEmitEmpty();
        } else {
            waiting.add(turn);
        }
    }

    private synchronized boolean leave(Sinks.Empty<Void> turn) {
        return waiting.remove(turn);
    }

    private void giveBack() {
        Sinks.Empty<Void> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                free++;
            }
        }
        if (next != null) {
            next.tryEmitEmpty();
        }
    }
}

package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Limiter {

    private final BlockingQueue<Integer> free;

    public Limiter(int places) {
        free = new ArrayBlockingQueue<>(places);
        for (int place = 1; place <= places; place++) {
            free.add(place);
        }
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        Integer mine = free.poll(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS);
        if (mine == null) {
            throw new TimeoutException("no place became free within " + atMostWaiting);
        }
        try {
            return work.call();
        } finally {
            free.add(mine);
        }
    }
}

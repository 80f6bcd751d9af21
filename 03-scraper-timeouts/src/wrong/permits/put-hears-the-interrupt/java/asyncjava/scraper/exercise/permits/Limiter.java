package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Limiter {

    private final BlockingQueue<Object> places;

    public Limiter(int places) {
        this.places = new ArrayBlockingQueue<>(places);
        for (int i = 0; i < places; i++) {
            this.places.add(i);
        }
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        Object place = places.poll(atMostWaiting.toNanos(), TimeUnit.NANOSECONDS);
        if (place == null) {
            throw new TimeoutException();
        }
        try {
            return work.call();
        } finally {
            places.put(place);
        }
    }
}

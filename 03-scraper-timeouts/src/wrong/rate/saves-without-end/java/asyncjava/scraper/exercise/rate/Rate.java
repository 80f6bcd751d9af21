package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.Time;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;

public final class Rate {

    private final long interval;
    private final Time time;
    private long next;

    public Rate(int perSecond, int burst, Time time) {
        interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.time = time;
        next = time.nanoTime() - (burst - 1) * interval;
    }

    public void acquire() {
        Mono.defer(() -> Mono.delay(Duration.ofNanos(Math.max(0, reserve() - time.nanoTime()))))
                .block();
    }

    private synchronized long reserve() {
        long mine = next;
        next += interval;
        return mine;
    }
}

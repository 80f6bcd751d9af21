package asyncjava.scraper.exercise.permits;

import java.time.Duration;
import java.util.concurrent.Callable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

public final class Limiter {

    private final Scheduler scheduler;

    public Limiter(int places) {
        scheduler = Schedulers.newBoundedElastic(places, 1_000, "limiter", 60, true);
    }

    public <T> T run(Callable<T> work, Duration atMostWaiting) throws Exception {
        try {
            return Mono.fromCallable(work)
                    .subscribeOn(scheduler)
                    .timeout(atMostWaiting)
                    .block();
        } catch (RuntimeException e) {
            throw Exceptions.unwrap(e) instanceof Exception thrown ? thrown : e;
        }
    }
}

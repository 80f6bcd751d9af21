package asyncjava.scraper.exercise.retry;

import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// What the requests of a test find: first this, then that, and the last of it again and again.
final class Server implements Callable<Answer> {

    /// A server that is silent is asked until somebody is interrupted.
    static final Outcome SILENT = time -> {
        time.sleep(Duration.ofDays(1));
        return answer(200);
    };

    /// One who does not know when to stop is stopped.
    private static final int ENOUGH = 150;

    private final VirtualTime time;
    private final List<Outcome> outcomes;
    private final Queue<Duration> moments = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();

    Server(VirtualTime time, List<Outcome> outcomes) {
        this.time = time;
        this.outcomes = outcomes;
    }

    /// What becomes of one request.
    interface Outcome {
        Answer of(VirtualTime time) throws Exception;
    }

    static Outcome says(int status) {
        return _ -> answer(status);
    }

    static Outcome says(int status, int retryAfter) {
        return _ -> new Answer(status, OptionalInt.of(retryAfter));
    }

    static Outcome fails(Exception failure) {
        return _ -> {
            throw failure;
        };
    }

    private static Answer answer(int status) {
        return new Answer(status, OptionalInt.empty());
    }

    @Override
    public Answer call() throws Exception {
        moments.add(time.elapsed());
        underWay.incrementAndGet();
        try {
            int before = moments.size() - 1;
            return before < ENOUGH
                    ? outcomes.get(Math.min(before, outcomes.size() - 1)).of(time)
                    : answer(200);
        } finally {
            underWay.decrementAndGet();
        }
    }

    int underWay() {
        return underWay.get();
    }

    /// When the attempts so far began.
    List<Duration> moments() {
        return List.copyOf(moments);
    }
}

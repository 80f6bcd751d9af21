package asyncjava.taskrunner.exercise.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

public final class TaskScheduler implements AutoCloseable {

    private final ScheduledExecutorService timer;
    private final Clock clock;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    public TaskScheduler(ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
    }

    public Scheduled at(Instant when, Runnable task) {
        return start(() -> {
            sleepUntil(when);
            task.run();
        });
    }

    public Scheduled every(Duration period, Runnable task) {
        return start(() -> {
            Instant next = clock.instant().plus(period);
            while (true) {
                sleepUntil(next);
                task.run();
                next = next.plus(period);
            }
        });
    }

    private Scheduled start(Life life) {
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                life.live();
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        threads.add(thread);
        return thread::interrupt;
    }

    private void sleepUntil(Instant when) throws Exception {
        Duration left = Duration.between(clock.instant(), when);
        if (left.isPositive()) {
            Thread.sleep(left);
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private interface Life {
        void live() throws Exception;
    }
}

package asyncjava.taskrunner.exercise.scheduler;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/// A task that keeps the moments at which its runs began, as the clock showed them.
final class ObservedTask implements Runnable {

    private final List<Instant> began = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final Callable<?> work;

    /// @param work what a run does once it has begun
    ObservedTask(Clock clock, Callable<?> work) {
        this.clock = clock;
        this.work = work;
    }

    @Override
    public void run() {
        began.add(clock.instant());
        try {
            work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int runs() {
        return began.size();
    }

    List<Instant> began() {
        return List.copyOf(began);
    }

    /// The same in words.
    String moments() {
        return momentsOf(began);
    }

    static String momentsOf(List<Instant> moments) {
        return moments.stream().map(ObservedTask::timeOf).toList().toString();
    }

    /// The time of day: `00:01:30.500`.
    static String timeOf(Instant moment) {
        LocalTime time = LocalTime.ofInstant(moment, ZoneOffset.UTC);
        return time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
    }
}

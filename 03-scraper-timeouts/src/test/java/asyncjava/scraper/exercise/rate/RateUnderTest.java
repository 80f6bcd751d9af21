package asyncjava.scraper.exercise.rate;

import asyncjava.scraper.exercise.TimeOfSchedule;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The learner's rate in the virtual time of a schedule, which goes on only when nobody else can: who
/// sleeps has let everybody come to rest.
final class RateUnderTest {

    /// How somebody ends who has heard an interrupt.
    static final String INTERRUPTED = "threw an InterruptedException";

    private final Schedule schedule;
    private final Rate rate;
    private final Queue<Duration> moments = new ConcurrentLinkedQueue<>();

    RateUnderTest(Schedule schedule, int perSecond, int burst) {
        this.schedule = schedule;
        rate = new Rate(perSecond, burst, new TimeOfSchedule(schedule));
    }

    void acquire(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            rate.acquire();
            moments.add(now());
        }
    }

    /// Begins to acquire once, on a thread of its own.
    Started<@Nullable Void> start(String name) {
        return schedule.run(name, () -> acquire(1));
    }

    /// Does something at a moment to come, on a thread of its own, which sleeps when this returns.
    void at(Duration moment, Schedule.Code code) throws InterruptedException {
        schedule.run("later", () -> {
            letPass(moment.minus(now()));
            code.run();
        });
        letPass(Duration.ofNanos(1));
    }

    /// Acquires once on each of so many threads, and waits for all.
    void together(int threads) throws InterruptedException {
        List<Schedule.Code> codes = IntStream.range(0, threads)
                .<Schedule.Code>mapToObj(_ -> () -> acquire(1))
                .toList();
        schedule.together(codes.toArray(Schedule.Code[]::new));
    }

    /// How it ended, in words; nobody else asks for what it threw.
    static String endingOf(Started<?> call) throws InterruptedException {
        try {
            return switch (call.failure()) {
                case InterruptedException _ -> INTERRUPTED;
                case Throwable other -> "threw " + other;
            };
        } catch (AssertionError e) {
            return "returned";
        }
    }

    void letPass(Duration time) throws InterruptedException {
        schedule.time().sleep(time);
    }

    Duration now() {
        return schedule.time().elapsed();
    }

    /// Those so far.
    Moments moments() {
        return new Moments(List.copyOf(moments));
    }
}

package asyncjava.testkit.planted;

import static asyncjava.testkit.TimelineAssert.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// A semaphore lets one request through at a time. When a request fails its permit is released in
/// the `catch` block and once more in `finally`; from then on there is a permit too many, and two
/// requests run at once. One acquire has one release, in `finally`.
final class DoubleRelease implements PlantedBug {

    private interface Limit {
        String call(Callable<String> request) throws Exception;
    }

    @Override
    public String verdict() {
        return "Expected at most 1 to be under way at once, but it was 2";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Limit limit) throws InterruptedException {
        Started<String> refused = schedule.start(
                "refused",
                () -> limit.call(() -> {
                    throw new IOException("connection refused");
                }));
        schedule.together(
                () -> limit.call(() -> answer(schedule, "news")), () -> limit.call(() -> answer(schedule, "weather")));
        var _ = refused.failure();
        assertThat(schedule.timeline()).hasPeakInFlightAtMost(1);
    }

    private static String answer(Schedule schedule, String request) throws Exception {
        return schedule.timeline().record(request, () -> {
            Schedule.pause();
            return "the " + request;
        });
    }

    private static final class Broken implements Limit {

        private final Semaphore permits = new Semaphore(1);

        @Override
        public String call(Callable<String> request) throws Exception {
            permits.acquire();
            try {
                return request.call();
            } catch (IOException e) {
                permits.release();
                throw e;
            } finally {
                permits.release();
            }
        }
    }

    private static final class Corrected implements Limit {

        private final Semaphore permits = new Semaphore(1);

        @Override
        public String call(Callable<String> request) throws Exception {
            permits.acquire();
            try {
                return request.call();
            } finally {
                permits.release();
            }
        }
    }
}

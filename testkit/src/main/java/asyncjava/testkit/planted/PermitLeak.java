package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// A permit is acquired before a request and released after it. A request that throws skips the
/// release, its permit is gone, and those who come later wait for it for ever. A release in
/// `finally` is never skipped.
final class PermitLeak implements PlantedBug {

    private interface Limit {
        String call(Callable<String> request) throws Exception;
    }

    @Override
    public String verdict() {
        return "A permit that was never given back";
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
        Started<String> answered = schedule.start("answered", () -> limit.call(() -> "news"));
        assertThat(refused.failure()).hasMessage("connection refused");
        assertThat(answered.result()).isEqualTo("news");
    }

    private static final class Broken implements Limit {

        private final Semaphore permits = new Semaphore(1);

        @Override
        public String call(Callable<String> request) throws Exception {
            permits.acquire();
            String answer = request.call();
            permits.release();
            return answer;
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

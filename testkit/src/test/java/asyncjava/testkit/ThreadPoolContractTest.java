package asyncjava.testkit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;

/// The JDK's scheduler keeps the contract, so that it is the JDK's and not ours.
final class ThreadPoolContractTest extends SchedulerContract {

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @Override
    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    @Override
    void letRun() {
        // Its own thread does.
    }

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
        scheduler.close();
    }
}

package asyncjava.testkit;

import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;

/// Virtual time keeps the same contract.
final class VirtualSchedulerContractTest extends SchedulerContract {

    private final VirtualTime time = VirtualTime.start();

    @Override
    ScheduledExecutorService scheduler() {
        return time.scheduler();
    }

    @Override
    void letRun() {
        time.runDue();
    }

    @AfterEach
    void close() {
        time.close();
    }
}

package asyncjava.taskrunner;

import java.util.List;
import java.util.concurrent.Executors;

/// A pool of operating-system threads. Each costs memory and a place in the kernel, so there is a limit to how many can
/// wait at once, and the tasks beyond it wait for a thread.
record PlatformThreadRunner(int threads) implements TaskRunner {

    @Override
    public List<Result> run(List<? extends Task> tasks) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return pool.invokeAll(tasks).stream().map(Result::of).toList();
        }
    }
}

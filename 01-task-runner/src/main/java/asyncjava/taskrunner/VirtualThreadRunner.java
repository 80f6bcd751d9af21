package asyncjava.taskrunner;

import java.util.List;
import java.util.concurrent.Executors;

/// A virtual thread for every task. One that waits costs about a kilobyte and no operating-system thread, so
/// there is no need for a pool, and the code is the same as with one.
final class VirtualThreadRunner implements TaskRunner {

    @Override
    public List<Result> run(List<? extends Task> tasks) throws InterruptedException {
        // Closing the executor waits for its threads: none outlives this block.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(tasks).stream().map(Result::of).toList();
        }
    }
}

package asyncjava.taskrunner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A pool of operating-system threads. Each costs memory and a place in the kernel, so there is a limit to how many can
/// wait at once, and the tasks beyond it wait for a thread.
///
/// `invokeAll` would be shorter, but when it is interrupted it cancels the tasks in their order, and a thread that is
/// freed so begins the next one from the queue.
record PlatformThreadRunner(int threads) implements TaskRunner {

    @Override
    public List<Result> run(List<? extends Task> tasks) throws InterruptedException {
        List<Future<String>> futures = new ArrayList<>();
        // Closing the pool waits for its tasks; interrupted meanwhile, it empties the queue and then cancels what runs.
        try (var pool = Executors.newFixedThreadPool(threads)) {
            tasks.forEach(task -> futures.add(pool.submit(task)));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return futures.stream().map(Result::of).toList();
    }
}

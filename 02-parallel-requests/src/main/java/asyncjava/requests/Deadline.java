package asyncjava.requests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A time limit for a call that blocks, whatever it blocks in. The only thing that ends such a call is an interrupt of
/// its thread, so it has a thread of its own here.
final class Deadline {

    private Deadline() {}

    /// Makes the call and returns what it returns.
    ///
    /// @throws TimeoutException when it has not returned in time; it was interrupted then, and has ended
    /// @throws InterruptedException when the calling thread is interrupted; likewise
    /// @throws ExecutionException when the call throws
    static <T> T within(Duration limit, Callable<T> call)
            throws TimeoutException, InterruptedException, ExecutionException {
        // Closing the executor waits for the call's end: nothing of it is left when this method returns.
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> result = executor.submit(call);
            try {
                return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } finally {
                result.cancel(true); // of no effect when it has ended
            }
        }
    }
}

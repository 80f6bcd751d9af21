package asyncjava.taskrunner.concepts;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A `ThreadLocal` belongs to a thread, and not to the request that set it. A pool's thread takes it along to
/// its next task, which may be anybody's, and the request's own work on another thread does not have it. A
/// `ContextVar` of asyncio belongs to the task, and does neither.
///
/// Expect a second task that sets nothing and yet has the name of the first one's request, until the first one
/// cleans up. Then work for the same request, on another thread, that has no name at all.
///
/// Reach for a scoped value instead, see [StructuredContext]. Where a library wants a `ThreadLocal`, set it and
/// remove it in one block. Do not trust to virtual threads here: one per task leaves nothing behind, but
/// inherits nothing either.
final class LeftoverThreadLocal {

    private static final ThreadLocal<String> REQUEST = ThreadLocal.withInitial(() -> "nobody");

    private LeftoverThreadLocal() {}

    static void main() throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var pool = Executors.newFixedThreadPool(1)) {
            Callable<String> work = LeftoverThreadLocal::request;

            IO.println("The mistake, set on a pool's thread and never removed:");
            print("task 1 sets request 7", pool.submit(() -> setAndLeft("request 7", work)));
            print("task 2 sets nothing", pool.submit(work));

            IO.println("Removed when the task is over:");
            print("task 3 sets request 8", pool.submit(() -> setAndRemoved("request 8", work)));
            print("task 4 sets nothing", pool.submit(work));

            IO.println("The mistake, work that is done on another thread:");
            print("task 5 sets request 9", pool.submit(() -> doneElsewhere("request 9", work, executor)));
        }
    }

    static String request() {
        return REQUEST.get();
    }

    /// The mistake: the value stays on the thread for whoever comes next.
    static <T> T setAndLeft(String request, Callable<T> work) throws Exception {
        REQUEST.set(request);
        return work.call();
    }

    static <T> T setAndRemoved(String request, Callable<T> work) throws Exception {
        REQUEST.set(request);
        try {
            return work.call();
        } finally {
            REQUEST.remove();
        }
    }

    /// The mistake: the value stays here, and the work goes to a thread that does not have it.
    static <T> T doneElsewhere(String request, Callable<T> work, ExecutorService executor) throws Exception {
        return setAndRemoved(request, () -> executor.submit(work).get());
    }

    private static void print(String task, Future<String> request) throws InterruptedException, ExecutionException {
        IO.println("  %s: its work is for %s".formatted(task, request.get()));
    }
}

package asyncjava.taskrunner.exercise.mixed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/// Exercise 1.4, mixed execution.
///
/// Each download waits for the network, and then returns a picture. `shrink` turns a picture into a thumbnail, and
/// keeps a core busy meanwhile. Download and shrink all the pictures, and return the thumbnails in the order of the
/// list. What waits and what computes belong on different threads:
///
/// - All downloads are under way at once, also where there are more of them than `cpu` has threads.
/// - `shrink` runs on the threads of `cpu` and nowhere else; on all of them at once, where there are pictures enough.
/// - No thread of `cpu` makes a download or waits for one.
/// - A picture that has come is shrunk while others, wherever they are in the list, are still on their way.
/// - `cpu` is only lent to you: others use it after you.
/// - There may be no picture, or twenty. Download each once, and shrink it once. Nothing fails here.
/// - When you return, leave no thread of yours behind. Reactor's shared
///   schedulers, such as `boundedElastic()`, are not yours; one that you make is.
///
/// Any style will do: virtual threads, `CompletableFuture`, a structured scope, Reactor, plain threads.
public final class Thumbnails {

    private Thumbnails() {}

    /// @param cpu a pool with about as many threads as there are cores
    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu) throws Exception {
        throw new UnsupportedOperationException("exercise 1.4 is not done yet");
    }
}

package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;

/// Exercise 1.1, delay simulation.
///
/// Each call stands for a request to some service: `call()` blocks its thread for a while, then returns the answer.
/// Make all the calls at once, so that together they take no longer than the slowest of them. Return their answers in
/// the order of the list, whichever comes first.
///
/// - There may be no call in the list, or twenty.
/// - Make each call once.
/// - None of the calls fails here: that is exercise 1.2.
/// - When you return, leave no thread of yours behind. Reactor's shared
///   schedulers, such as `boundedElastic()`, are not yours; one that you make is.
///
/// Any style will do: virtual threads, `CompletableFuture`, a structured scope, Reactor, plain threads.
public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        throw new UnsupportedOperationException("exercise 1.1 is not done yet");
    }
}

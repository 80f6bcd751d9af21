package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;

/// Exercise 1.2, error handling.
///
/// Make all the calls at once, as in exercise 1.1. Some of them may fail: `call()` then throws. Return what became of
/// each call: an [Outcome.Answer] with its answer, or an [Outcome.Failure] with the exception that it threw.
///
///     sealed interface Outcome {
///         record Answer(String answer) implements Outcome {}
///         record Failure(Throwable cause) implements Outcome {}
///     }
///
/// (It stands in `Outcome.java` beside the test, in the same package, so that there is nothing to import.)
///
/// - A failure costs no other call its answer, however early it comes.
/// - The cause of a failure is the very exception that the call threw, not one that a library wrapped around it.
/// - Checked and unchecked exceptions are failures alike. No call throws an `Error`, so that need not concern you.
/// - The outcomes are in the order of the calls, whichever ends first, and as many as there are calls.
/// - There may be no call in the list, or twenty. Make each call once, also one that fails.
/// - When you return, leave no thread of yours behind. Reactor's shared
///   schedulers, such as `boundedElastic()`, are not yours; one that you make is.
///
/// Any style will do: virtual threads, `CompletableFuture`, a structured scope, Reactor, plain threads.
public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws Exception {
        throw new UnsupportedOperationException("exercise 1.2 is not done yet");
    }
}

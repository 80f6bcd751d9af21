package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;

/// Exercise 1.3, fail fast.
///
/// Make all the calls at once, and return their answers in the order of the list, as in exercise 1.1. Here all the
/// answers are needed: as soon as one call fails, give up at once, and stop the others.
///
/// - Whichever call fails, and however long the others would still take: throw as soon as the first failure is there.
/// - Throw what that call threw, or an exception that has it among its causes.
/// - Interrupt the threads of the calls that are still under way. A call is code that blocks, and an interrupt is what
///   ends it. You may wait for their end before you throw, or not. What they throw then is not the failure.
/// - Where your own thread is interrupted while you wait, interrupt the calls in the same way, and throw.
/// - There may be no call in the list, or twenty. Make each call once.
/// - Soon after you return or throw, no thread of yours is left. Reactor's shared
///   schedulers, such as `boundedElastic()`, are not yours; one that you make is.
///
/// Any style will do: virtual threads, `CompletableFuture`, a structured scope, Reactor, plain threads.
public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        throw new UnsupportedOperationException("exercise 1.3 is not done yet");
    }
}

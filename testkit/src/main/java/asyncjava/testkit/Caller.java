package asyncjava.testkit;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Calls the code under test on a thread of its own, so that the test's thread is free to open gates, to move time
/// or to interrupt the call.
///
/// A call that does not end in time fails the test with the line at which it waits. Closing it interrupts a call
/// that is still under way, so that a failed test leaves nothing behind that could still be stopped.
public final class Caller<T> implements AutoCloseable {

    /// Code that waits on behalf of somebody, who is the one to be told.
    private static final Pattern LIBRARY = Pattern.compile(
            "(java|javax|jdk|sun|reactor)\\..*|asyncjava\\.testkit\\.(Caller|Gate|Virtual).*|.*Test(\\$.*)?");

    private static final int FRAMES_SHOWN = 4;

    private final FutureTask<T> call;
    private final Thread thread;
    private final Patience patience;

    // Not a daemon: whatever threads the code under test starts would be daemons too, and nobody would miss their end.
    Caller(Callable<T> work, Patience patience) {
        this.patience = patience;
        call = new FutureTask<>(work);
        thread = Thread.ofPlatform().name("caller").start(call);
    }

    /// Begins the call.
    public static <T> Caller<T> of(Callable<T> work) {
        return new Caller<>(work, Patience.DEFAULT);
    }

    /// What the call returned.
    ///
    /// @throws AssertionError when it threw, or has not returned within 10 seconds
    public T result() throws InterruptedException {
        return result("");
    }

    /// The same, with a sentence on what it usually means when the call does not return.
    public T result(String whenItHangs) throws InterruptedException {
        return result(whenItHangs, "");
    }

    /// The same, with a sentence on what it usually means when the call throws.
    public T result(String whenItHangs, String whenItThrows) throws InterruptedException {
        try {
            return end("return", whenItHangs);
        } catch (ExecutionException e) {
            throw new AssertionError(
                    "Expected the call to return, but it threw:\n  %s\n%s%s"
                            .formatted(causeOf(e), origin(causeOf(e)), whenItThrows)
                            .stripTrailing(),
                    causeOf(e));
        }
    }

    /// What the call threw.
    ///
    /// @throws AssertionError when it returned, or has not thrown within 10 seconds
    public Throwable failure() throws InterruptedException {
        return failure("");
    }

    /// The same, with a sentence on what it usually means when the call does not end.
    public Throwable failure(String whenItHangs) throws InterruptedException {
        return failure(whenItHangs, "");
    }

    /// The same, with a sentence on what it usually means when the call returns.
    public Throwable failure(String whenItHangs, String whenItReturns) throws InterruptedException {
        try {
            throw new AssertionError("Expected the call to throw, but it returned: %s\n%s"
                    .formatted(end("throw", whenItHangs), whenItReturns)
                    .stripTrailing());
        } catch (ExecutionException e) {
            return causeOf(e);
        }
    }

    /// Whether the call has returned or thrown.
    public boolean isDone() {
        return call.isDone();
    }

    public void interrupt() {
        thread.interrupt();
    }

    /// Whether the calling thread has nothing left to do but to wait, or has ended.
    public boolean isWaitingOrEnded() {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        };
    }

    @Override
    public void close() {
        if (!call.isDone()) {
            thread.interrupt();
        }
    }

    private T end(String expected, String whenItHangs) throws InterruptedException, ExecutionException {
        Patience.Wait wait = patience.begin();
        while (true) {
            try {
                return call.get(wait.nanosToNextLook(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (wait.isOver() && !call.isDone()) {
                    String message =
                            """
                            Expected the call to %s, but after %s it still waits here:
                            %s%s""".formatted(expected, patience.inWords(), places(thread.getStackTrace()), whenItHangs);
                    throw new AssertionError(message.stripTrailing(), e);
                }
            }
        }
    }

    /// Where the code under test threw it, or, where a library did on its behalf, the nearest of its causes.
    private static String origin(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(each -> places(each.getStackTrace()))
                .filter(places -> !places.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The lines of the code under test, without those of the libraries that wait on its behalf.
    private static String places(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame -> !LIBRARY.matcher(frame.getClassName()).matches())
                .limit(FRAMES_SHOWN)
                .map(frame -> "  at %s.%s (%s:%d)%n"
                        .formatted(
                                frame.getClassName().replaceFirst(".*\\.", ""),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber()))
                .collect(Collectors.joining());
    }

    private static Throwable causeOf(ExecutionException e) {
        return Objects.requireNonNull(e.getCause());
    }
}

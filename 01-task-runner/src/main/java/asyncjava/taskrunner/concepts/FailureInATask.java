package asyncjava.taskrunner.concepts;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// A task fails on a thread of its own, where nobody stands to catch it. The exception is kept in the future,
/// and is thrown where somebody asks for the answer: asyncio's `try`/`except` around `await`. A future throws a
/// wrapper, and the failure itself is the wrapper's cause.
///
/// Expect crispbread four times in place of toast, each time with what arrived where the crispbread was taken,
/// and then a line on a task that failed unheard.
///
/// Reach for `try` around `get` first, and for `exceptionally` or `onErrorResume` inside a chain of stages. Do
/// not fall back on anything but the failures you expect: the rest are bugs, and want to be seen.
final class FailureInATask {

    private FailureInATask() {}

    static void main() throws InterruptedException {
        Callable<String> toast = () -> {
            throw new IOException("no bread");
        };
        IO.println("try around get():   " + caughtAroundGet(toast));
        IO.println("try around join():  " + caughtAroundJoin(toast));
        IO.println("exceptionally:      " + withExceptionally(toast));
        IO.println("onErrorResume:      " + withOnErrorResume(toast));
        startedAndForgotten(toast);
        IO.println("nobody asks:        the toast has failed as well, and not a line says so");
    }

    static String caughtAroundGet(Callable<String> call) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> task = executor.submit(call);
            try {
                return task.get();
            } catch (ExecutionException e) {
                return crispbread(e);
            }
        }
    }

    static String caughtAroundJoin(Callable<String> call) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return start(call, executor).join();
            } catch (CompletionException e) {
                return crispbread(e);
            }
        }
    }

    static String withExceptionally(Callable<String> call) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return start(call, executor)
                    .exceptionally(FailureInATask::crispbread)
                    .join();
        }
    }

    static String withOnErrorResume(Callable<String> call) {
        return Mono.fromCallable(call)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(failure -> Mono.just(crispbread(failure)))
                .blockOptional()
                .orElseThrow();
    }

    /// The mistake: `submit` puts the exception into a future, and the future is dropped. Where asyncio at
    /// least logs "Task exception was never retrieved", Java says nothing at all. Keep every future, and ask
    /// it.
    static void startedAndForgotten(Callable<String> call) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = executor.submit(call);
        }
    }

    private static CompletableFuture<String> start(Callable<String> call, Executor executor) {
        return CompletableFuture.supplyAsync(() -> Gather.answerOf(call), executor);
    }

    /// The fallback, for the one failure it is meant for; says what arrived.
    private static String crispbread(Throwable arrived) {
        Throwable failure = switch (arrived) {
            case ExecutionException _, CompletionException _ -> arrived.getCause();
            default -> arrived;
        };
        if (failure instanceof IOException) {
            return "crispbread, after " + arrived;
        }
        throw new IllegalStateException("crispbread is no answer to this", failure);
    }
}

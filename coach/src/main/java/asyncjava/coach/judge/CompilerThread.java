package asyncjava.coach.judge;

import asyncjava.coach.judge.Verdict.CompileError;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A compiler with a thread of its own and a time limit. There are a few lines of Java that javac would
/// think about until next year, and it cannot be told to stop: it is left behind then, on a thread that
/// ends with this JVM, and another compiler takes its place.
final class CompilerThread implements AutoCloseable {

    private static final int MOST_LEFT_BEHIND = 2;

    private final Duration limit;
    private final Opening opening;
    private final List<ExecutorService> leftBehind = new ArrayList<>();
    private Running running;

    /// Opens a compiler.
    @FunctionalInterface
    interface Opening {
        Compiler open() throws IOException;
    }

    /// What is done with it.
    @FunctionalInterface
    interface Work {
        List<CompileError> with(Compiler compiler) throws IOException;
    }

    private record Running(Compiler compiler, ExecutorService thread) {}

    CompilerThread(Duration limit, Opening opening) throws IOException {
        this.limit = limit;
        this.opening = opening;
        running = start();
    }

    private Running start() throws IOException {
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("javac").daemon().factory());
        return new Running(opening.open(), thread);
    }

    /// Says what is wrong, also that it takes too long. An interrupt ends the waiting, not the compiler,
    /// whose open files it would close.
    List<CompileError> run(Work work) throws IOException, InterruptedException {
        Running now = running();
        CountDownLatch begun = new CountDownLatch(1);
        Future<List<CompileError>> errors = now.thread().submit(() -> {
            begun.countDown();
            return work.with(now.compiler());
        });
        try {
            // Whoever was before may have been given up, and be at it still.
            if (!begun.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                leaveBehind(now);
                return run(work);
            }
            return errors.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException endless) {
            leaveBehind(now);
            return List.of(CompileError.ofNoLine(
                    "", "The compiler had not ended after %d seconds.".formatted(limit.toSeconds())));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            errors.cancel(false);
        }
    }

    private synchronized Running running() throws IOException {
        leftBehind.removeIf(ExecutorService::isTerminated);
        if (leftBehind.size() > MOST_LEFT_BEHIND) {
            throw new IOException("The compiler is still at %d answers that it cannot finish. End this program."
                    .formatted(leftBehind.size()));
        }
        return running;
    }

    private synchronized void leaveBehind(Running endless) throws IOException {
        if (running.equals(endless)) {
            leftBehind.add(endless.thread());
            endless.thread().shutdown();
            running = start();
        }
    }

    /// Does not wait for what is left behind.
    @Override
    public synchronized void close() throws IOException {
        running.thread().shutdown();
        running.compiler().close();
    }
}

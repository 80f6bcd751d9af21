package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.judge.Verdict.TestResult;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// A judge that has a worker warm before it is needed: one at a time, for one exercise. A worker is used once all the
/// same.
public final class WarmJudge implements AutoCloseable {

    private final Judge judge;
    private final ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Spare> spare = Optional.empty();

    /// @param worker is cancelled when nobody wants it any more
    private record Spare(Exercise exercise, CompletableFuture<WorkerProcess> worker) {}

    public WarmJudge(Judge judge) {
        this.judge = judge;
    }

    /// Begins to warm a worker for this exercise, unless there is one.
    public synchronized void prepare(Exercise exercise) throws IOException {
        if (spare.isEmpty() || !spare.get().exercise().equals(exercise)) {
            discard();
            CompletableFuture<WorkerProcess> worker = new CompletableFuture<>();
            spare = Optional.of(new Spare(exercise, worker));
            var _ = starting.submit(() -> start(exercise, worker));
        }
    }

    private Void start(Exercise exercise, CompletableFuture<WorkerProcess> worker) throws IOException {
        try {
            WorkerProcess started = judge.warmWorker(exercise);
            if (!worker.complete(started)) {
                started.close();
            }
        } catch (IOException | InterruptedException | RuntimeException failure) {
            worker.completeExceptionally(failure);
        }
        return null;
    }

    /// Judges an answer. An interrupt ends that, and the worker with it.
    ///
    /// @param told hears of each test as it ends
    public Verdict judge(Exercise exercise, Answer answer, Consumer<TestResult> told)
            throws IOException, InterruptedException {
        prepare(exercise);
        return judge.judge(exercise, answer, 1, told, this::take).getFirst();
    }

    private WorkerProcess take() throws IOException, InterruptedException {
        CompletableFuture<WorkerProcess> worker = spare().worker();
        try {
            WorkerProcess taken = worker.get();
            forget();
            return taken;
        } catch (ExecutionException e) {
            forget();
            throw new IOException("No worker: " + e.getCause(), e);
        }
    }

    private synchronized Spare spare() {
        return spare.orElseThrow();
    }

    private synchronized void forget() {
        spare = Optional.empty();
    }

    private synchronized void discard() throws IOException {
        CompletableFuture<WorkerProcess> worker =
                spare.map(Spare::worker).orElseGet(() -> CompletableFuture.failedFuture(new IOException("none")));
        spare = Optional.empty();
        if (!worker.cancel(false) && worker.state() == Future.State.SUCCESS) {
            worker.resultNow().close();
        }
    }

    /// Ends the spare worker, also where it has not started yet.
    @Override
    public void close() throws IOException {
        discard();
        starting.shutdownNow();
        starting.close();
        judge.close();
    }
}

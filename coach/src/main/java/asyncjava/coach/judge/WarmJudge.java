package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.judge.Verdict.TestResult;
import java.io.IOException;
import java.util.Optional;
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

    private record Spare(Exercise exercise, Future<WorkerProcess> worker) {}

    public WarmJudge(Judge judge) {
        this.judge = judge;
    }

    /// Begins to warm a worker for this exercise, unless there is one.
    public synchronized void prepare(Exercise exercise) {
        if (spare.isEmpty() || !spare.get().exercise().equals(exercise)) {
            discard();
            spare = Optional.of(new Spare(exercise, starting.submit(() -> judge.warmWorker(exercise))));
        }
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
        Future<WorkerProcess> worker = takeSpare();
        try {
            return worker.get();
        } catch (ExecutionException e) {
            throw new IOException("No worker: " + e.getCause(), e);
        } catch (InterruptedException e) {
            close(worker);
            throw e;
        }
    }

    private synchronized Future<WorkerProcess> takeSpare() {
        Future<WorkerProcess> worker = spare.orElseThrow().worker();
        spare = Optional.empty();
        return worker;
    }

    private synchronized void discard() {
        spare.ifPresent(old -> close(old.worker()));
        spare = Optional.empty();
    }

    /// Ends a worker that nobody is going to use, as soon as it has started.
    private void close(Future<WorkerProcess> worker) {
        var _ = starting.submit(() -> {
            try (WorkerProcess unused = worker.get()) {
                return unused;
            }
        });
    }

    @Override
    public void close() throws IOException {
        discard();
        starting.close();
        judge.close();
    }
}

package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Exercise;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A judge that has a worker warm before it is needed: one at a time, for one exercise. A worker is used once all the
/// same.
public final class WarmJudge implements AutoCloseable {

    private final Judge judge;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Spare> spare = Optional.empty();

    /// @param start the task that starts it
    /// @param worker is cancelled when nobody wants it any more
    private record Spare(Exercise exercise, Future<?> start, CompletableFuture<WorkerProcess> worker) {

        /// Also when it is not warm yet.
        boolean isFor(Exercise wanted) {
            return exercise.equals(wanted)
                    && (worker.state() == Future.State.RUNNING
                            || (worker.state() == Future.State.SUCCESS
                                    && worker.resultNow().isAlive()));
        }
    }

    public WarmJudge(Judge judge) {
        this.judge = judge;
    }

    /// Begins to warm a worker for this exercise, unless there is one.
    public synchronized void prepare(Exercise exercise) throws IOException {
        if (spare.filter(one -> one.isFor(exercise)).isEmpty()) {
            discard();
            CompletableFuture<WorkerProcess> worker = new CompletableFuture<>();
            spare = Optional.of(new Spare(exercise, background.submit(() -> start(exercise, worker)), worker));
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

    /// Judges an answer, in the spare worker if that is ready, or else in one that is not warm. An interrupt ends that,
    /// and
    /// the worker with it.
    public Verdict judge(Exercise exercise, Answer answer) throws IOException, InterruptedException {
        return judge.judge(exercise, answer, 1, new Spares(exercise)).getFirst();
    }

    /// Whether what it judges with is there still.
    public boolean isUpToDate() throws IOException {
        return judge.isUpToDate();
    }

    /// Takes the spare worker, and clears away behind a verdict, which need not wait for that.
    private final class Spares implements Judge.Workers {

        private final Exercise exercise;

        Spares(Exercise exercise) {
            this.exercise = exercise;
        }

        @Override
        public WorkerProcess take() throws IOException, InterruptedException {
            Optional<WorkerProcess> ready = takeReady(exercise);
            return ready.isPresent() ? ready.get() : judge.coldWorker(exercise);
        }

        @Override
        public void dispose(WorkerProcess worker) {
            var _ = background.submit(() -> {
                worker.close();
                return null;
            });
        }
    }

    private synchronized Optional<WorkerProcess> takeReady(Exercise wanted) {
        Optional<WorkerProcess> ready = spare.filter(one -> one.isFor(wanted))
                .map(Spare::worker)
                .filter(worker -> worker.state() == Future.State.SUCCESS)
                .map(CompletableFuture::resultNow);
        if (ready.isPresent()) {
            spare = Optional.empty();
        }
        return ready;
    }

    private synchronized void discard() throws IOException {
        for (Spare unused : spare.stream().toList()) {
            spare = Optional.empty();
            if (unused.worker().cancel(false)) {
                unused.start().cancel(true);
            } else if (unused.worker().state() == Future.State.SUCCESS) {
                unused.worker().resultNow().close();
            }
        }
    }

    /// Ends the spare worker, also where it has not started yet.
    @Override
    public void close() throws IOException {
        discard();
        background.close();
        judge.close();
    }
}

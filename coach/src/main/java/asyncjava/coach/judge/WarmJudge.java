package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Exercise;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A judge that has a worker warm before it is needed: one at a time, for one exercise. A worker is used
/// once all the same.
public final class WarmJudge implements AutoCloseable {

    private final Judge judge;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private Optional<Spare> spare = Optional.empty();

    /// @param worker may be starting still
    private record Spare(Exercise exercise, Future<WorkerProcess> worker) {}

    public WarmJudge(Judge judge) {
        this.judge = judge;
    }

    /// Begins to warm a worker for this exercise, unless there is one.
    public synchronized void prepare(Exercise exercise) throws IOException {
        if (spare.filter(one -> one.exercise().equals(exercise)).isEmpty()) {
            discard();
            spare = Optional.of(new Spare(exercise, background.submit(() -> judge.warmWorker(exercise))));
        }
    }

    /// Judges an answer, in the spare worker if that is for this exercise, or else in one that is not warm.
    /// An interrupt ends that, and the worker with it.
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

        /// One that is starting is waited for: another would not be quicker.
        @Override
        public WorkerProcess take() throws IOException, InterruptedException {
            Optional<Spare> taken = takeSpare(exercise);
            if (taken.isPresent()) {
                WorkerProcess worker = started(taken.get());
                if (worker.isAlive()) {
                    return worker;
                }
                worker.close();
            }
            return judge.coldWorker(exercise);
        }

        @Override
        public void dispose(WorkerProcess worker) {
            closeInBackground(CompletableFuture.completedFuture(worker));
        }
    }

    private synchronized Optional<Spare> takeSpare(Exercise wanted) {
        Optional<Spare> taken = spare.filter(one -> one.exercise().equals(wanted));
        if (taken.isPresent()) {
            spare = Optional.empty();
        }
        return taken;
    }

    private WorkerProcess started(Spare taken) throws IOException, InterruptedException {
        try {
            return taken.worker().get();
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        } catch (InterruptedException givenUp) {
            closeInBackground(taken.worker());
            throw givenUp;
        }
    }

    private synchronized void discard() {
        spare.ifPresent(unused -> closeInBackground(unused.worker()));
        spare = Optional.empty();
    }

    private void closeInBackground(Future<WorkerProcess> worker) {
        var _ = background.submit(() -> {
            worker.get().close();
            return null;
        });
    }

    /// Ends the spare worker, also where it has not started yet.
    @Override
    public void close() throws IOException {
        discard();
        background.close();
        judge.close();
    }
}

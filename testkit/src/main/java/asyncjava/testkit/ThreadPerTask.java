package asyncjava.testkit;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.scheduler.Scheduler;

/// A Reactor scheduler that hands each task to an executor, and those of a worker one after another. As
/// with Reactor's own, to dispose of a task that runs is to interrupt it; `Schedulers.fromExecutor` would
/// not.
record ThreadPerTask(Executor threads) implements Scheduler {

    @Override
    public Disposable schedule(Runnable task) {
        Task one = new Task(task);
        threads.execute(one);
        return one;
    }

    @Override
    public Worker createWorker() {
        return new OneAfterAnother(threads);
    }

    private static final class OneAfterAnother implements Worker {

        private final Executor threads;
        private final Queue<Task> waiting = new ConcurrentLinkedQueue<>();
        private final Set<Task> unfinished = ConcurrentHashMap.newKeySet();
        private final AtomicInteger left = new AtomicInteger();
        private volatile boolean disposed;

        OneAfterAnother(Executor threads) {
            this.threads = threads;
        }

        @Override
        public Disposable schedule(Runnable task) {
            if (disposed) {
                throw Exceptions.failWithRejected();
            }
            Task one = new Task(task);
            unfinished.add(one);
            waiting.add(one);
            if (left.getAndIncrement() == 0) {
                threads.execute(this::runAll);
            }
            if (disposed) {
                one.dispose();
            }
            return one;
        }

        private void runAll() {
            do {
                Task next = waiting.remove();
                next.run();
                unfinished.remove(next);
                Thread.interrupted(); // which may have been meant for the task that has ended
            } while (left.decrementAndGet() > 0);
        }

        @Override
        public void dispose() {
            disposed = true;
            unfinished.forEach(Task::dispose);
        }

        @Override
        public boolean isDisposed() {
            return disposed;
        }
    }

    private static final class Task extends FutureTask<@Nullable Void> implements Disposable {

        private volatile @Nullable Thread runner;

        Task(Runnable work) {
            super(work, null);
        }

        @Override
        public void run() {
            runner = Thread.currentThread();
            super.run();
            runner = null;
        }

        /// Who disposes of the task from within, as an operator does that has seen enough, is not
        /// interrupted.
        @Override
        public void dispose() {
            cancel(!Thread.currentThread().equals(runner));
        }

        @Override
        public boolean isDisposed() {
            return isDone();
        }

        @Override
        protected void setException(Throwable failure) {
            super.setException(failure);
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        }
    }
}

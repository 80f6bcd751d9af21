package asyncjava.testkit;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/// A Reactor scheduler whose tasks run on real threads once a delay in virtual time is over.
record DelayingScheduler(Scheduler delays, Scheduler real) implements Scheduler {

    @Override
    public long now(TimeUnit unit) {
        return delays.now(unit);
    }

    @Override
    public void init() {
        real.init();
    }

    @Override
    public Disposable schedule(Runnable task) {
        return real.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        Worker once = createWorker();
        once.schedule(
                () -> {
                    try {
                        task.run();
                    } finally {
                        once.dispose();
                    }
                },
                delay,
                unit);
        return once;
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        Worker worker = createWorker();
        worker.schedulePeriodically(task, initialDelay, period, unit);
        return worker;
    }

    @Override
    public Worker createWorker() {
        return new DelayingWorker(delays.createWorker(), real.createWorker());
    }

    @Override
    public boolean isDisposed() {
        return real.isDisposed();
    }

    @Override
    public void dispose() {
        delays.dispose();
        real.dispose();
    }

    /// Keeps a worker's promise that its tasks run one after another: the real worker does.
    private record DelayingWorker(Worker delays, Worker real) implements Worker {

        @Override
        public Disposable schedule(Runnable task) {
            return real.schedule(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            if (delay <= 0) {
                return real.schedule(task);
            }
            Disposable.Composite both = Disposables.composite();
            both.add(delays.schedule(() -> both.add(real.schedule(task)), delay, unit));
            return both;
        }

        @Override
        public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
            Disposable.Swap current = Disposables.swap();
            Disposable ticks =
                    delays.schedulePeriodically(() -> current.replace(real.schedule(task)), initialDelay, period, unit);
            return Disposables.composite(ticks, current);
        }

        @Override
        public boolean isDisposed() {
            return real.isDisposed();
        }

        @Override
        public void dispose() {
            delays.dispose();
            real.dispose();
        }
    }
}

package asyncjava.testkit;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// A Reactor scheduler whose tasks run on the thread that moves the time.
///
/// @param tasks Reactor's adapter of a [VirtualScheduler], which would tell the real time
record AgendaScheduler(Agenda agenda, Scheduler tasks) implements Scheduler {

    /// A new one, with a life of its own.
    static AgendaScheduler on(Agenda agenda) {
        return new AgendaScheduler(
                agenda, Schedulers.fromExecutorService(new VirtualScheduler(agenda), "virtual time"));
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(agenda.now(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return tasks.createWorker();
    }

    @Override
    public Disposable schedule(Runnable task) {
        return tasks.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return tasks.schedule(task, delay, unit);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return tasks.schedulePeriodically(task, initialDelay, period, unit);
    }

    @Override
    public boolean isDisposed() {
        return tasks.isDisposed();
    }

    @Override
    public void dispose() {
        tasks.dispose();
    }

    @Override
    public Mono<Void> disposeGracefully() {
        return tasks.disposeGracefully();
    }
}

package asyncjava.testkit;

import java.util.concurrent.ThreadFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Makes Reactor's schedulers go by virtual time, each with a life of its own on the one agenda.
record VirtualReactor(Agenda agenda) implements Schedulers.Factory {

    @Override
    public Scheduler newParallel(int parallelism, ThreadFactory threadFactory) {
        return AgendaScheduler.on(agenda);
    }

    @Override
    public Scheduler newSingle(ThreadFactory threadFactory) {
        return AgendaScheduler.on(agenda);
    }

    /// Reactor's place for code that blocks. On the thread that moves the time it would block the time it waits
    /// for.
    @Override
    public Scheduler newBoundedElastic(int threads, int queue, ThreadFactory threadFactory, int ttlSeconds) {
        Scheduler real = Schedulers.Factory.super.newBoundedElastic(threads, queue, threadFactory, ttlSeconds);
        return new DelayingScheduler(AgendaScheduler.on(agenda), real);
    }

    @Override
    public Scheduler newThreadPerTaskBoundedElastic(int threads, int queue, ThreadFactory threadFactory) {
        Scheduler real = Schedulers.Factory.super.newThreadPerTaskBoundedElastic(threads, queue, threadFactory);
        return new DelayingScheduler(AgendaScheduler.on(agenda), real);
    }
}

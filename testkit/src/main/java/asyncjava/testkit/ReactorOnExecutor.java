package asyncjava.testkit;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Makes Reactor's schedulers run their tasks on an executor and take their delays from virtual time.
record ReactorOnExecutor(Agenda agenda, Executor threads) implements Schedulers.Factory {

    @Override
    public Scheduler newParallel(int parallelism, ThreadFactory threadFactory) {
        return onTheExecutor();
    }

    @Override
    public Scheduler newSingle(ThreadFactory threadFactory) {
        return onTheExecutor();
    }

    @Override
    public Scheduler newBoundedElastic(int bound, int queue, ThreadFactory threadFactory, int ttlSeconds) {
        return onTheExecutor();
    }

    @Override
    public Scheduler newThreadPerTaskBoundedElastic(int bound, int queue, ThreadFactory threadFactory) {
        return onTheExecutor();
    }

    private Scheduler onTheExecutor() {
        return new DelayingScheduler(AgendaScheduler.on(agenda), new ThreadPerTask(threads));
    }
}

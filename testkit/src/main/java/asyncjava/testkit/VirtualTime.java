package asyncjava.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

/// Time that stands still until a test moves it: a clock, a scheduler and a sleep that all go by it, so
/// that an hour of retries takes no time and comes out the same on every machine.
///
/// Tasks run on the thread that calls [#advance(Duration)], one after another, in the order in which they
/// are due, and those due at the same moment in the order in which they were scheduled. While a task runs,
/// the clock stands at the moment at which it was due. A task therefore takes no virtual time, and must not
/// wait for any: that would be for ever, and is refused with an [IllegalStateException].
///
/// Threads in [#sleep(Duration)] are woken by `advance` on its way, and then run on their own: `advance`
/// does not wait for what they do next, and they may see a clock that has gone on. A test moves time step
/// by step around them: [#awaitSleepers(int)] until they are asleep, `advance` to the moment at which they
/// wake, and `awaitSleepers` again until they are back. A sleeper no longer counts from the moment it is
/// woken, so this cannot see the old sleep.
///
/// All methods may be called from any thread; only one at a time moves the time.
public final class VirtualTime implements AutoCloseable {

    /// For a thread that may also spin instead of waiting.
    private static final Patience A_MOMENT = new Patience(Duration.ofSeconds(1), Duration.ZERO);

    private final Agenda agenda = new Agenda();
    private final ScheduledExecutorService scheduler = new VirtualScheduler(agenda);
    private final ReentrantLock moving = new ReentrantLock();
    private final Patience patience;
    private final AtomicReference<Schedulers.@Nullable Snapshot> reactorBefore = new AtomicReference<>();

    VirtualTime(Patience patience) {
        this.patience = patience;
    }

    /// Begins a virtual time at 2026-01-01T00:00:00Z, the same for every test.
    public static VirtualTime start() {
        return new VirtualTime(Patience.DEFAULT);
    }

    /// Begins a virtual time that Reactor goes by too, until it is closed: `Mono.delay`, `Flux.interval`,
    /// `timeout`, `retryWhen` and whatever else waits on `Schedulers.parallel()`, `single()` or
    /// `boundedElastic()`, or on one made meanwhile by `Schedulers.newParallel` and its like.
    ///
    /// What runs on parallel and single schedulers runs on the thread that moves the time, even `publishOn`
    /// without a delay. `boundedElastic` is made for code that blocks, so that its tasks run on threads of
    /// their own and may [#sleep(Duration)]; only its delays are virtual. `block(Duration)` waits in real
    /// time.
    ///
    /// A JVM has one set of Reactor's schedulers: a test that uses this cannot run beside another that uses
    /// Reactor, and closes it before the next begins. Closing puts back the schedulers that were there
    /// before.
    public static VirtualTime startWithReactor() {
        VirtualTime time = start();
        time.reactorBefore.set(Schedulers.setFactoryWithSnapshot(new VirtualReactor(time.agenda)));
        return time;
    }

    /// Begins a virtual time that Reactor goes by too, until it is closed, and on whose threads it does all
    /// its work: every task of every scheduler of its own is handed to this executor, those of a worker one
    /// after another. Only the delays are left to virtual time.
    public static VirtualTime startWithReactor(Executor threads) {
        VirtualTime time = start();
        time.reactorBefore.set(Schedulers.setFactoryWithSnapshot(new ReactorOnExecutor(time.agenda, threads)));
        return time;
    }

    /// A clock in UTC that shows this time.
    public Clock clock() {
        return new VirtualClock(agenda::now, ZoneOffset.UTC);
    }

    /// Nanoseconds since the start, in place of [System#nanoTime()].
    public LongSupplier nanoTime() {
        return agenda::now;
    }

    /// A scheduler that goes by this time, always the same one.
    ///
    /// It keeps the contract of [java.util.concurrent.ScheduledThreadPoolExecutor] with its defaults: an
    /// exception ends a periodic task and is in its future; after `shutdown` periodic tasks are cancelled,
    /// delayed ones still run when they are due, new ones are refused; `shutdownNow` takes out all that
    /// waits and interrupts the task that runs. A cancelled task is taken out at once. Even a task without
    /// a delay waits for [#runDue()].
    ///
    /// A limit on waiting is in virtual time too, for `get` of a task's future and for `awaitTermination`;
    /// who waits so counts as a sleeper. The limits of `invokeAll` and `invokeAny` are in real time.
    public ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /// Lets this much time pass, and runs on this thread all that is due by then, also what is scheduled
    /// meanwhile.
    ///
    /// @throws IllegalStateException when a task calls it, or while another thread moves the time
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes forward, was asked to go by " + by);
        }
        if (moving.isHeldByCurrentThread() || !moving.tryLock()) {
            throw new IllegalStateException("the time is being moved already");
        }
        try {
            long until = agenda.after(by.toNanos());
            agenda.forgetWoken();
            Optional<VirtualTask<?>> next = agenda.next(until);
            while (next.isPresent()) {
                runToItsEnd(next.get());
                next = agenda.next(until);
            }
        } finally {
            moving.unlock();
        }
    }

    /// Runs what is due now, and moves no time.
    public void runDue() {
        advance(Duration.ZERO);
    }

    /// Lets time pass until the next moment at which somebody wakes or something is due, and runs that.
    ///
    /// @return whether there was such a moment; not when another thread moves the time already
    public boolean advanceToNext() {
        if (moving.isLocked()) {
            return false;
        }
        Optional<Duration> next = agenda.untilNext();
        next.ifPresent(this::advance);
        return next.isPresent();
    }

    /// Lets time pass for threads that sleep, from one end of a sleep to the next, until the test has seen
    /// enough. Whoever woke up has done what there was to do, and waits or has ended, before time goes on.
    ///
    /// First it waits, in real time, until so many sleep at once. Where that does not happen within 10
    /// seconds it goes on with those that do, and where nobody sleeps any more it returns: so that a
    /// timeline can show what code did that does not do as it should.
    public void wakeSleepers(int together, BooleanSupplier enough) throws InterruptedException {
        wakeSleepers(together, enough, () -> {});
    }

    /// Does the same until a call has ended. Before time goes on, the calling thread too has done what
    /// there was to do, and waits or has ended: code that does not wait for its work is gone before any of
    /// it is done.
    public void wakeSleepers(int together, Caller<?> call) throws InterruptedException {
        wakeSleepers(together, call::isDone, () -> A_MOMENT.becomesTrue(call::isWaitingOrEnded));
    }

    private void wakeSleepers(int together, BooleanSupplier enough, Pause pause) throws InterruptedException {
        patience.becomesTrue(() -> agenda.sleepers() >= together || enough.getAsBoolean());
        pause.pause();
        while (patience.becomesTrue(() -> agenda.sleepers() > 0 || enough.getAsBoolean()) && !enough.getAsBoolean()) {
            agenda.untilNext().ifPresent(this::advance);
            patience.becomesTrue(agenda::isSettled);
            pause.pause();
        }
    }

    /// Blocks the calling thread until so much time has passed; in place of [Thread#sleep(Duration)].
    ///
    /// @throws InterruptedException when the thread is interrupted, or the time closed; nothing is left
    /// behind then
    /// @throws IllegalStateException when a task of the scheduler calls it
    public void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        agenda.sleep(time.toNanos());
    }

    /// Blocks the test, in real time, until at least so many tasks wait for their moment.
    ///
    /// @throws AssertionError when they do not within 10 seconds; it says how many there are
    public void awaitScheduled(int atLeast) throws InterruptedException {
        agenda.await(patience, () -> agenda.tasks() >= atLeast, () ->
                """
                Expected %d tasks to be scheduled, but after %s there were %d, at %s of virtual time.""".formatted(atLeast, patience.inWords(), agenda.tasks(), InWords.of(elapsed())));
    }

    /// Blocks the test, in real time, until at least so many threads wait for this time to pass.
    ///
    /// @throws AssertionError when they do not within 10 seconds; it says how many there are
    public void awaitSleepers(int atLeast) throws InterruptedException {
        agenda.await(patience, () -> agenda.sleepers() >= atLeast, () ->
                """
                Expected %d threads to be asleep at once, but after %s there were %d, at %s of virtual time.
                Threads that sleep one after another are never asleep together: start them all first, then wait.""".formatted(atLeast, patience.inWords(), agenda.sleepers(), InWords.of(elapsed())));
    }

    /// How many tasks wait for their moment; a periodic one counts once.
    public int scheduled() {
        return agenda.tasks();
    }

    /// How many threads wait for this time to pass.
    public int sleepers() {
        return agenda.sleepers();
    }

    boolean isSomethingDue() {
        return agenda.untilNext().filter(left -> !left.isPositive()).isPresent();
    }

    /// How much time has passed since the start.
    public Duration elapsed() {
        return Duration.ofNanos(agenda.now());
    }

    /// Ends this time: cancels the tasks that wait, refuses new ones, and interrupts the sleep of whoever
    /// sleeps.
    @Override
    public void close() {
        Schedulers.Snapshot before = reactorBefore.getAndSet(null);
        if (before != null) {
            Schedulers.resetFrom(before);
        }
        agenda.close().forEach(task -> task.cancel(false));
    }

    private void runToItsEnd(VirtualTask<?> task) {
        try {
            task.run();
        } finally {
            agenda.over();
            task.takeBackInterrupt();
        }
    }

    private interface Pause {
        void pause() throws InterruptedException;
    }
}

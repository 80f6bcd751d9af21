package asyncjava.testkit.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs virtual threads one at a time on the thread that calls [#step()], and lets a seed pick which of
/// those that can go on is next.
///
/// A thread keeps the turn until it waits, yields or ends. So the picks alone decide what happens, and the
/// same seed makes it happen again.
final class SeededScheduler implements Executor {

    private final JdkThreads jdk;
    private final SplittableRandom picks;
    private final boolean places;
    private volatile @Nullable Thread carrier;

    private final Actors actors = new Actors();
    private final List<Step> steps = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable Actor running;
    private volatile int turns;

    private record Turn(Actor actor, Runnable work) {}

    // All below is guarded by it: a timer or another thread from outside may call at any time.
    private final NavigableMap<Actor, Runnable> ready = new TreeMap<>(Comparator.comparingInt(Actor::number));
    private final Set<String> outside = new TreeSet<>();
    private boolean closed;

    /// @param places whether to note where a thread stopped after each step, which takes longer than
    /// most steps
    SeededScheduler(JdkThreads jdk, long seed, boolean places) {
        this.jdk = jdk;
        this.places = places;
        picks = new SplittableRandom(seed);
    }

    Thread.Builder.OfVirtual threads() {
        return jdk.builder(this);
    }

    /// Starts a thread of the explorer's own, of which no verdict speaks unless it runs code under test.
    Thread startOwn(String name, Runnable work) {
        Thread thread = threads().name(name).unstarted(work);
        actors.addOwn(thread);
        thread.start();
        return thread;
    }

    /// Called by the JDK whenever a thread can go on.
    @Override
    public void execute(Runnable work) {
        Actor actor = actors.of(jdk.threadOf(work));
        synchronized (ready) {
            // A look at the stack of a thread that can go on makes the JDK hand it over once more.
            if (!closed && ready.putIfAbsent(actor, work) == null) {
                noteWhoCalls();
                ready.notifyAll();
            }
        }
    }

    /// The thread that calls is the one that will call [#step()].
    void carryHere() {
        carrier = Thread.currentThread();
    }

    /// Lets one thread go on until it waits, yields or ends.
    ///
    /// @return whether there was one that can
    /// @throws InterruptedException when the scheduler was closed
    boolean step() throws InterruptedException {
        letTheJvmHandOutMonitors();
        Optional<Turn> picked = pick();
        picked.ifPresent(this::run);
        return picked.isPresent();
    }

    /// Waits, in real time, until somebody from outside lets a thread go on, such as a timer.
    ///
    /// @return whether one can go on now
    boolean awaitReady(long millis) throws InterruptedException {
        synchronized (ready) {
            if (ready.isEmpty()) {
                TimeUnit.MILLISECONDS.timedWait(ready, millis);
            }
            return !ready.isEmpty();
        }
    }

    /// Waits until the JVM has handed on what monitors there are to hand on.
    ///
    /// @return whether one can go on now
    boolean settle() {
        letTheJvmHandOutMonitors();
        return isAnybodyReady();
    }

    /// Whether anybody can go on besides the one who has the turn.
    boolean isAnybodyReady() {
        synchronized (ready) {
            return !ready.isEmpty();
        }
    }

    /// From now on nobody goes on any more.
    void close() {
        synchronized (ready) {
            closed = true;
            ready.clear();
        }
    }

    Actors actors() {
        return actors;
    }

    /// The names of the threads, apart from the explorer's, that let one of these go on: what they do is in
    /// no seed.
    Set<String> outside() {
        synchronized (ready) {
            return Set.copyOf(outside);
        }
    }

    /// Who has the turn right now; for a look from outside.
    Optional<Actor> running() {
        return Optional.ofNullable(running);
    }

    /// How many turns have ended; for a look from outside.
    int turns() {
        return turns;
    }

    /// Those that have ended so far.
    List<Step> steps() {
        return List.of(steps.toArray(Step[]::new));
    }

    /// For how long a thread waits that waits with a limit.
    Duration limitOf(Actor actor) {
        return jdk.limitOf(actor.thread());
    }

    /// The thread that holds the lock for which this one waits.
    Optional<Thread> ownerOfLockAwaitedBy(Actor actor) {
        return Optional.ofNullable(jdk.ownerOfLockAwaitedBy(actor.thread()));
    }

    private Optional<Turn> pick() throws InterruptedException {
        synchronized (ready) {
            if (closed) {
                throw new InterruptedException("the run was given up");
            }
            // In an order that has nothing to do with when each was handed over: some are by other threads of the
            // JVM's.
            List<Actor> able = List.copyOf(ready.keySet());
            if (able.isEmpty()) {
                return Optional.empty();
            }
            Actor next = able.get(able.size() == 1 ? 0 : picks.nextInt(able.size()));
            return Optional.of(new Turn(next, Objects.requireNonNull(ready.remove(next))));
        }
    }

    private void run(Turn next) {
        running = next.actor();
        try {
            next.work().run();
        } finally {
            running = null;
        }
        steps.add(new Step(next.actor(), places ? Optional.of(Stop.of(next.actor())) : Optional.empty()));
        turns = steps.size();
        actors.noteInterrupts(steps.size());
    }

    // A monitor is handed on by a thread of the JVM's, in real time; to go on before would make replays differ.
    private void letTheJvmHandOutMonitors() {
        for (Actor actor : actors.all()) {
            while (!isSettled(actor)) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean isSettled(Actor actor) {
        return switch (actor.thread().getState()) {
            case BLOCKED -> isClosed() || jdk.isSettled(actor.thread());
            case RUNNABLE -> isReady(actor);
            case NEW, WAITING, TIMED_WAITING, TERMINATED -> true;
        };
    }

    private boolean isClosed() {
        synchronized (ready) {
            return closed;
        }
    }

    private boolean isReady(Actor actor) {
        synchronized (ready) {
            return closed || ready.containsKey(actor);
        }
    }

    // Guarded by ready, as is all that it calls.
    private void noteWhoCalls() {
        Thread caller = Thread.currentThread();
        if (!caller.isVirtual() && !caller.equals(carrier) && !jdk.isUnblocker(caller)) {
            outside.add(caller.getName());
        }
    }
}

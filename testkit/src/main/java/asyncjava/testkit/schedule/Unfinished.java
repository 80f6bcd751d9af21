package asyncjava.testkit.schedule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says of threads that do not end where they are, what they wait for, who holds it, and what that usually
/// is.
final class Unfinished {

    private final SeededScheduler scheduler;
    private final List<Actor> actors;
    private final Monitors monitors;

    private Unfinished(SeededScheduler scheduler, List<Actor> actors) {
        this.scheduler = scheduler;
        this.actors = actors;
        monitors = Monitors.of(actors);
    }

    /// Nobody can go on, and the scenario has not ended.
    static String stuck(SeededScheduler scheduler) {
        List<Actor> actors = scheduler.actors().unfinished().stream()
                .filter(actor -> !actor.own() || isAtWork(actor))
                .toList();
        Unfinished unfinished = new Unfinished(scheduler, actors);
        return """
                Nothing can go on any more, and %s:
                %s
                %s""".formatted(haveNotEnded(actors), unfinished.list(), unfinished.advice());
    }

    /// Something may still come from beside the schedule, but it has been waited for long enough.
    static String stillWaiting(SeededScheduler scheduler) {
        List<Actor> actors = scheduler.actors().unfinished();
        Unfinished unfinished = new Unfinished(scheduler, actors);
        return """
                For %d s nothing has gone on, and %s:
                %s
                They wait for something beside the schedule: a sleep or a time limit in real time, or a thread that is no
                thread of the schedule. That takes as long as it takes; the explorer waits no longer.""".formatted(Outside.PATIENCE.toSeconds(), haveNotEnded(actors), unfinished.list());
    }

    /// The scenario has ended and threads have not.
    static String leftRunning(SeededScheduler scheduler, List<Actor> actors) {
        Unfinished unfinished = new Unfinished(scheduler, actors);
        return """
                The code has returned, but %s:
                %s
                Work must not outlive the call that started it. Wait for it before you return; to cancel is not to wait: a
                cancelled thread goes on until it sees the interrupt.""".formatted(haveNotEnded(actors), unfinished.list());
    }

    /// The scenario has ended, and threads wait for work that nobody will give them.
    static String leftIdle(SeededScheduler scheduler, List<Actor> actors) {
        Unfinished unfinished = new Unfinished(scheduler, actors);
        return """
                The code has returned, but %s, though there is nothing left to do:
                %s
                An executor was not closed. Whoever makes one closes it, as try-with-resources does.""".formatted(haveNotEnded(actors), unfinished.list());
    }

    /// It goes on and on.
    static String stillGoing(SeededScheduler scheduler) {
        List<Actor> actors = scheduler.actors().unfinished();
        Unfinished unfinished = new Unfinished(scheduler, actors);
        return """
                After %d steps it still goes on, and %s:
                %s
                A livelock: each gives way and tries again, and none gets any further. Or a loop waits for something that \
                does not come.""".formatted(scheduler.turns(), haveNotEnded(actors), unfinished.list());
    }

    /// It holds the only carrier, and nobody else can go on.
    static String neverLetsGo(Actor actor, boolean spinning) {
        String at = Place.of(actor.thread()).at();
        return spinning ? """
                %s spins and never lets go of its turn, at %s.
                A loop that looks again and again costs a whole processor, and where there is only one it never ends: what it
                waits for cannot happen meanwhile. Wait with something that wakes: a latch, a condition, a future.""".formatted(actor.name(), at) : """
                %s waits in a way that holds up its carrier thread, at %s: in native code, or while a class is initialised.
                Nothing else can run meanwhile, so that this cannot be explored.""".formatted(actor.name(), at);
    }

    /// Whether the code under test is still on its stack, or has yet to begin there. Of the explorer's own
    /// threads, such as those of Reactor's schedulers, nobody knows what they would have begun.
    static boolean isAtWork(Actor actor) {
        StackTraceElement[] stack = actor.thread().getStackTrace();
        return Place.of(stack).isInCodeUnderTest() || (stack.length == 0 && !actor.own());
    }

    private static String haveNotEnded(List<Actor> actors) {
        return actors.size() == 1
                ? "one thread has not ended"
                : "%s threads have not ended".formatted(Numbers.inWords(actors.size()));
    }

    private String list() {
        int width =
                actors.stream().mapToInt(actor -> actor.name().length()).max().orElse(0);
        String indent = " ".repeat(width + 4);
        return actors.stream()
                .map(actor ->
                        "  " + actor.name() + " ".repeat(width - actor.name().length()) + "  "
                                + String.join("\n" + indent, linesOn(actor)) + "\n")
                .collect(Collectors.joining());
    }

    private List<String> linesOn(Actor actor) {
        List<String> lines = new ArrayList<>();
        lines.add(Stop.of(actor).inWords());
        ownerOfWhatItWaitsFor(actor).ifPresent(owner -> lines.add("held by " + nameOf(owner)));
        scheduler
                .actors()
                .swallowedInterruptOf(actor)
                .ifPresent(step -> lines.add("was interrupted in step %d, cleared that and went on".formatted(step)));
        return lines;
    }

    private String nameOf(Thread owner) {
        return scheduler
                .actors()
                .find(owner)
                .map(actor -> actor.hasEnded() ? actor.name() + ", which has ended" : actor.name())
                .orElse("the thread " + owner.getName());
    }

    private Optional<Thread> ownerOfWhatItWaitsFor(Actor actor) {
        return scheduler
                .ownerOfLockAwaitedBy(actor)
                .or(() -> monitors.ownerOfWhatBlocks(actor).map(Actor::thread));
    }

    private String advice() {
        List<Actor> circle = circle();
        if (!circle.isEmpty()) {
            return """
                    A deadlock: %s wait for each other in a circle, each holding what the next one needs. Take locks in the
                    same order everywhere, and hold none while waiting for something else.""".formatted(circle.stream().map(Actor::name).collect(Collectors.joining(" and ")));
        }
        Set<String> advice = new LinkedHashSet<>();
        if (actors.stream().anyMatch(this::isHeldUpByOneThatWaits)) {
            advice.add(Waiting.HOLDS_WHILE_WAITING);
        }
        for (Actor actor : actors) {
            Optional<Thread> owner = ownerOfWhatItWaitsFor(actor);
            if (scheduler.actors().swallowedInterruptOf(actor).isPresent()) {
                advice.add(Waiting.SWALLOWED_INTERRUPT);
            } else if (owner.isEmpty()) {
                Waiting.advice(Place.of(actor.thread())).ifPresent(advice::add);
            } else if (!owner.get().isAlive()) {
                advice.add(Waiting.NEVER_UNLOCKED);
            }
        }
        return String.join("\n", advice);
    }

    /// Whether it waits for a lock of another that waits as well, but for no lock.
    private boolean isHeldUpByOneThatWaits(Actor actor) {
        return ownerOfWhatItWaitsFor(actor)
                .flatMap(scheduler.actors()::find)
                .filter(owner ->
                        !owner.hasEnded() && ownerOfWhatItWaitsFor(owner).isEmpty())
                .isPresent();
    }

    /// Threads of which each waits for a lock that the next one holds, and the last for one of the first.
    private List<Actor> circle() {
        for (Actor first : actors) {
            Set<Actor> seen = new LinkedHashSet<>();
            Optional<Actor> next = Optional.of(first);
            while (next.isPresent() && seen.add(next.get())) {
                next = ownerOfWhatItWaitsFor(next.get()).flatMap(scheduler.actors()::find);
            }
            if (next.filter(first::equals).isPresent()) {
                return List.copyOf(seen);
            }
        }
        return List.of();
    }
}

package asyncjava.testkit.schedule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The threads of one run, each with a name of its own, in the order in which they were first seen. Any
/// thread may ask.
final class Actors {

    private final Map<Thread, Actor> byThread = new LinkedHashMap<>();
    private final Map<Actor, Integer> interruptedIn = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    /// The actor that a thread is, from now on if it was not one before.
    synchronized Actor of(Thread thread) {
        String name = thread.getName().isEmpty() ? "thread-" + (byThread.size() + 1) : thread.getName();
        return byThread.computeIfAbsent(thread, _ -> new Actor(thread, unique(name), byThread.size(), false));
    }

    /// Adds a thread of the explorer's own.
    synchronized void addOwn(Thread thread) {
        byThread.put(thread, new Actor(thread, unique(thread.getName()), byThread.size(), true));
    }

    synchronized Optional<Actor> find(@Nullable Thread thread) {
        return Optional.ofNullable(byThread.get(thread));
    }

    synchronized List<Actor> all() {
        return List.copyOf(byThread.values());
    }

    List<Actor> unfinished() {
        return all().stream().filter(actor -> !actor.hasEnded()).toList();
    }

    /// To be called after each turn: notes who has been interrupted in it for the first time.
    synchronized void noteInterrupts(int turn) {
        for (Actor actor : byThread.values()) {
            if (actor.thread().isInterrupted()) {
                interruptedIn.putIfAbsent(actor, turn);
            }
        }
    }

    /// The turn in which somebody interrupted a thread that then cleared its interrupt status; empty when
    /// nobody has, or the status is still set.
    synchronized Optional<Integer> swallowedInterruptOf(Actor actor) {
        return Optional.ofNullable(interruptedIn.get(actor))
                .filter(_ -> !actor.thread().isInterrupted());
    }

    private String unique(String name) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }
}

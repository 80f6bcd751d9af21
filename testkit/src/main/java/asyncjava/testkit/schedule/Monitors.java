package asyncjava.testkit.schedule;

import asyncjava.testkit.ThreadDump;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who holds and who waits for the monitor of which object, the lock of `synchronized`. Only a dump of the
/// JVM's threads tells.
final class Monitors {

    private final Map<String, Actor> owners = new HashMap<>();
    private final Map<Actor, String> awaited = new HashMap<>();

    private Monitors() {}

    static Monitors of(List<Actor> actors) {
        Monitors monitors = new Monitors();
        if (actors.stream().anyMatch(actor -> actor.thread().getState() == Thread.State.BLOCKED)) {
            ThreadDump dump = ThreadDump.now();
            for (Actor actor : actors) {
                dump.of(actor.thread()).ifPresent(entry -> {
                    entry.locked().forEach(monitor -> monitors.owners.put(monitor, actor));
                    entry.waitsToLock().ifPresent(monitor -> monitors.awaited.put(actor, monitor));
                });
            }
        }
        return monitors;
    }

    /// The thread that holds the monitor for which this one waits.
    Optional<Actor> ownerOfWhatBlocks(Actor blocked) {
        return Optional.ofNullable(awaited.get(blocked)).map(owners::get);
    }
}

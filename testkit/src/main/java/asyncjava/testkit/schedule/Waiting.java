package asyncjava.testkit.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What it usually means that a thread waits for ever, by the method in which it does.
final class Waiting {

    static final String SWALLOWED_INTERRUPT = """
            An interrupt was swallowed: it asked a thread to end, the thread caught the InterruptedException, did not throw it
            on, and waits again.""";

    static final String NEVER_UNLOCKED = """
            A lock was never given back: the thread that took it has ended. Unlock in a finally block.""";

    static final String HOLDS_WHILE_WAITING = """
            A lock is held by a thread that waits for something else. If whoever should bring that needs the lock first, neither
            goes on. Hold no lock while waiting.""";

    private static final Map<Pattern, String> BY_METHOD = new LinkedHashMap<>();

    static {
        say("Condition(Object|Node)?\\.await\\w*|Object\\.wait0?", """
                A wake-up that was missed: it came before the wait began, or it woke another thread (notify and signal wake only
                one; notifyAll and signalAll wake all), or nobody sent one. Look at the condition, in a loop, under the same lock
                under which it is changed.""");
        say("Semaphore\\.acquire\\w*", """
                A permit that was never given back: some way out of the code, an exception perhaps, leaves out the release. Release
                in a finally block, and only what was acquired.""");
        say("(CountDownLatch|CyclicBarrier|Phaser)\\.\\w+", """
                Somebody who should have arrived at the latch or barrier never did: one failed on the way, or fewer came than it
                was made for.""");
        say("(CompletableFuture|FutureTask|Future|ForkJoinTask|Mono|Flux|Blocking\\w*Subscriber)\\.\\w+", """
                A task that is never completed: some way out of the code, an exception perhaps, completes it neither with a result
                nor with a failure; or what should complete it was never started.""");
        say("\\w*(Queue|Deque)\\.(take|poll|remove)\\w*", """
                Somebody takes from a queue into which nobody puts any more. Those who take need to be told that it is over: one
                end mark each, or an interrupt.""");
        say("\\w*(Queue|Deque)\\.(put|offer|add|transfer)\\w*", """
                Somebody puts into a full queue from which nobody takes any more. Whoever stops taking has to stop those who put.""");
        say("LockSupport\\.park\\w*", """
                A parked thread that nobody unparks, or that was woken before it had looked.""");
        say("(\\w*Lock|Sync)\\.\\w*lock\\w*", """
                A lock that somebody holds for ever. Unlock in a finally block, and hold no lock while waiting.""");
    }

    private Waiting() {}

    /// Empty where a thread waits only for another, of which there is more to say.
    static Optional<String> advice(Place place) {
        return BY_METHOD.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(place.called()).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void say(String methods, String advice) {
        BY_METHOD.put(Pattern.compile(methods), advice);
    }
}

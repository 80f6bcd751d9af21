package asyncjava.coach.judge;

import asyncjava.coach.boot.Child;
import java.time.Duration;

/// Kills a worker whose time is over, whatever it still says.
final class Overdue {

    private final Child child;
    private volatile Thread waiting = new Thread();
    private volatile boolean come;

    Overdue(Child child) {
        this.child = child;
    }

    void schedule(Duration in) {
        waiting = Thread.ofVirtual().name("overdue").start(() -> {
            try {
                Thread.sleep(in);
                come = true;
                child.kill();
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
            }
        });
    }

    boolean hasCome() {
        return come;
    }

    void cancel() {
        waiting.interrupt();
    }
}

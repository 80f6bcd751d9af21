package asyncjava.queue.exercise.join;

import asyncjava.testkit.Gate;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/// Joins while a task is under way that takes as long as a gate is closed.
final class LongTask implements Callable<String> {

    private final Gate gate;
    private final AtomicBoolean joined;

    LongTask(Gate gate, AtomicBoolean joined) {
        this.gate = gate;
        this.joined = joined;
    }

    @Override
    public String call() throws InterruptedException {
        try (Workers workers = new Workers(1)) {
            workers.submit(this::work);
            gate.awaitInside(1);
            workers.join();
            joined.set(true);
        }
        return "all has ended";
    }

    private void work() {
        try {
            gate.pass();
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }
}

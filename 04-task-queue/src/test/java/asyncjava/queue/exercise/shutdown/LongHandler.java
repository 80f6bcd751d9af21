package asyncjava.queue.exercise.shutdown;

import asyncjava.testkit.Gate;
import java.util.concurrent.Callable;

/// Ends an answer while its handler is at an item that takes as long as a gate is closed, also where it is
/// interrupted.
final class LongHandler implements Callable<String> {

    private final Gate gate;
    private final boolean aborts;

    LongHandler(Gate gate, Boolean aborts) {
        this.gate = gate;
        this.aborts = aborts;
    }

    @Override
    public String call() throws InterruptedException {
        var processor = new Processor<String>(1, _ -> finish());
        processor.submit("long");
        gate.awaitInside(1);
        if (aborts) {
            processor.abort();
        } else {
            processor.drain();
        }
        return "ended";
    }

    private void finish() throws Exception {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            finish();
        }
    }
}

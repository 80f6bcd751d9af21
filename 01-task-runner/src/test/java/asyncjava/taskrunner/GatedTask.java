package asyncjava.taskrunner;

import asyncjava.testkit.Gate;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/// A task that is under way until the test opens its gate, and answers with its name.
///
/// @param cleanUp what it does when it is cancelled, before it ends
record GatedTask(String name, Gate gate, Runnable cleanUp) implements Task {

    GatedTask(String name, Gate gate) {
        this(name, gate, () -> {});
    }

    @Override
    public String call() throws Exception {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            cleanUp.run();
            throw e;
        }
        return name;
    }

    @Override
    public Mono<String> mono() {
        return gate.mono().thenReturn(name).doFinally(signal -> {
            if (signal == SignalType.CANCEL) {
                cleanUp.run();
            }
        });
    }
}

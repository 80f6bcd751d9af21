package asyncjava.taskrunner;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Stands for a slow call over the network: it waits, then answers with its own name, or fails.
record SimulatedTask(String name, Duration delay, boolean fails) implements Task {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedTask.class);

    SimulatedTask {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a task's name must not be blank");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative, was " + delay);
        }
    }

    /// The same task, made to fail.
    SimulatedTask failing() {
        return new SimulatedTask(name, delay, true);
    }

    @Override
    public String call() throws InterruptedException {
        LOG.debug("{} waits", name);
        Thread.sleep(delay);
        return answer();
    }

    @Override
    public Mono<String> mono() {
        return Mono.delay(delay).doFirst(() -> LOG.debug("{} waits", name)).map(_ -> answer());
    }

    private String answer() {
        LOG.debug("{} {}", name, fails ? "fails" : "answers");
        if (fails) {
            throw new IllegalStateException("told to fail");
        }
        return name;
    }
}

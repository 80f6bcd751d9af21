package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class SequentialRunnerTest extends TaskRunnerContract {

    @Override
    TaskRunner runner() {
        return new SequentialRunner();
    }

    @Override
    int underWay(int tasks) {
        return 1;
    }

    @Test
    void noTaskBeginsAfterAnInterruptionThoughNoneOfThemBlocks() {
        AtomicInteger begun = new AtomicInteger();
        Task interrupting = new Task() {
            @Override
            public String name() {
                return "interrupting";
            }

            @Override
            public String call() {
                begun.incrementAndGet();
                Thread.currentThread().interrupt();
                return name();
            }

            @Override
            public Mono<String> mono() {
                return Mono.fromSupplier(this::call);
            }
        };

        assertThatThrownBy(() -> new SequentialRunner().run(List.of(interrupting, interrupting)))
                .isInstanceOf(InterruptedException.class);
        assertThat(begun).hasValue(1);
    }
}

package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class LeftoverThreadLocalTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(1);

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void aTaskSeesWhatItSets() throws InterruptedException, ExecutionException {
        assertThat(pool.submit(() -> LeftoverThreadLocal.setAndLeft("request 7", LeftoverThreadLocal::request))
                        .get())
                .isEqualTo("request 7");
        assertThat(pool.submit(() -> LeftoverThreadLocal.setAndRemoved("request 8", LeftoverThreadLocal::request))
                        .get())
                .isEqualTo("request 8");
    }

    @Test
    void whatATaskLeavesOnThePoolsThreadIsThereForTheNext() throws InterruptedException, ExecutionException {
        pool.submit(() -> LeftoverThreadLocal.setAndLeft("request 7", () -> "done"))
                .get();

        assertThat(nextTaskSees()).isEqualTo("request 7");
    }

    @Test
    void whatATaskRemovesIsNotThereForTheNext() throws InterruptedException, ExecutionException {
        pool.submit(() -> LeftoverThreadLocal.setAndRemoved("request 7", () -> "done"))
                .get();

        assertThat(nextTaskSees()).isEqualTo("nobody");
    }

    @Test
    void aTaskThatFailsRemovesItAsWell() throws InterruptedException, ExecutionException {
        assertThatThrownBy(() -> pool.submit(() -> LeftoverThreadLocal.setAndRemoved("request 7", () -> {
                            throw new IllegalStateException("the work failed");
                        }))
                        .get())
                .hasMessageContaining("the work failed");

        assertThat(nextTaskSees()).isEqualTo("nobody");
    }

    @Test
    void whatATaskSetsIsNotThereOnAnotherThread() throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(pool.submit(() -> LeftoverThreadLocal.doneElsewhere(
                                    "request 7", LeftoverThreadLocal::request, executor))
                            .get())
                    .isEqualTo("nobody");
        }
    }

    private String nextTaskSees() throws InterruptedException, ExecutionException {
        return pool.submit(LeftoverThreadLocal::request).get();
    }
}

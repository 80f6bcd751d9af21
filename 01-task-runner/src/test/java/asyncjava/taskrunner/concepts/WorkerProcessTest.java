package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.taskrunner.concepts.WorkerProcess.Answer;
import asyncjava.testkit.Caller;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class WorkerProcessTest {

    @Test
    void eachWorkerIsAnotherProcess() throws IOException, InterruptedException {
        List<Long> pids = new ArrayList<>(List.of(ProcessHandle.current().pid()));
        for (WorkerProcess worker : WorkerProcess.sharing(MeasuredJob.IO_BOUND, 2, 2)) {
            pids.add(worker.ask().pid());
        }

        assertThat(pids).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void whatTheWorkersCountComesToTheWhole() throws InterruptedException, ExecutionException {
        List<WorkerProcess> workers = WorkerProcess.sharing(MeasuredJob.CPU_BOUND, 3, 2);

        // As one can look up, there are so many prime numbers below 150,000.
        assertThat(ThreadsCompared.onVirtualThreads(workers)).isEqualTo(13_848);
    }

    @Test
    void everyPartIsDealtOutOnceAndNoWorkerHasManyMoreThanAnother() {
        assertThat(WorkerProcess.sharing(MeasuredJob.CPU_BOUND, 5, 2))
                .extracting(WorkerProcess::parts)
                .containsExactly(List.of(0, 2, 4), List.of(1, 3));
    }

    @Test
    void aWorkerThatFailsFailsTheCallWithWhatItSaid() {
        WorkerProcess worker = new WorkerProcess(MeasuredJob.CPU_BOUND, List.of(0, 40));

        assertThatThrownBy(worker::ask)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with status 1: ")
                .hasMessageContaining("part must be from 0 to 39, was 40");
    }

    @Test
    void anInterruptedCallTakesItsProcessWithIt() throws InterruptedException {
        List<ProcessHandle> before = children();
        WorkerProcess worker = new WorkerProcess(MeasuredJob.IO_BOUND, Collections.nCopies(2000, 0));
        try (Caller<Answer> caller = Caller.of(worker::ask)) {
            List<ProcessHandle> started = new ArrayList<>();
            Awaitility.await().until(() -> {
                started.addAll(children());
                started.removeAll(before);
                return !started.isEmpty();
            });

            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
            assertThat(started).noneMatch(ProcessHandle::isAlive);
        }
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }
}

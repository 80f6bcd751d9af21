package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/// What a report says of code that does not end, and of code that ends too early.
final class VerdictsTest {

    private final ReentrantLock a = new ReentrantLock();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void whoWaitsForWhomInADeadlock() {
        String report = reportOf(schedule -> {
            ReentrantLock left = new ReentrantLock();
            ReentrantLock right = new ReentrantLock();
            schedule.together(() -> takeBoth(left, right), () -> takeBoth(right, left));
        });

        assertThat(report)
                .contains("Nothing can go on any more, and three threads have not ended:")
                .containsPattern("""
                          one   waits in ReentrantLock\\.lock, at VerdictsTest\\.takeBoth \\(VerdictsTest\\.java:\\d+\\)
                                held by two
                          two   waits in ReentrantLock\\.lock, at VerdictsTest\\.takeBoth \\(VerdictsTest\\.java:\\d+\\)
                                held by one
                        """)
                .contains("A deadlock: one and two wait for each other in a circle");
    }

    @Test
    void whoHoldsWhichMonitor() {
        String report = reportOf(schedule -> {
            Object left = new Object();
            Object right = new Object();
            schedule.together(() -> enterBoth(left, right), () -> enterBoth(right, left));
        });

        assertThat(report)
                .containsPattern("one   waits for the monitor, at VerdictsTest.enterBoth .*\n +held by two")
                .containsPattern("two   waits for the monitor, at VerdictsTest.enterBoth .*\n +held by one")
                .contains("A deadlock: one and two");
    }

    @Test
    void aLockWhoseHolderHasEnded() {
        assertThat(reportOf(schedule -> {
                    ReentrantLock lock = new ReentrantLock();
                    schedule.run("forgetful", lock::lock).result();
                    lock.lock();
                }))
                .contains("held by forgetful, which has ended")
                .contains("A lock was never given back")
                .doesNotContain("deadlock");
    }

    @Test
    void aPermitThatNobodyGivesBack() {
        assertThat(reportOf(schedule -> new Semaphore(0).acquire()))
                .contains("and one thread has not ended:\n  main  waits in Semaphore.acquire, at VerdictsTest.")
                .contains("A permit that was never given back");
    }

    @Test
    @SuppressWarnings("WaitNotInLoop")
    void aWakeUpThatDoesNotCome() {
        assertThat(reportOf(schedule -> {
                    Condition changed = a.newCondition();
                    a.lock();
                    try {
                        changed.await();
                    } finally {
                        a.unlock();
                    }
                }))
                .contains("waits in ConditionObject.await, at VerdictsTest.")
                .contains("A wake-up that was missed");
        assertThat(reportOf(schedule -> {
                    Object monitor = new Object();
                    synchronized (monitor) {
                        monitor.wait();
                    }
                }))
                .contains("waits in Object.wait, at VerdictsTest.")
                .contains("A wake-up that was missed");
    }

    @Test
    void whatElseMayNeverCome() {
        assertThat(reportOf(schedule -> new CountDownLatch(1).await())).contains("latch or barrier never did");
        assertThat(reportOf(schedule -> new CompletableFuture<String>().get()))
                .contains("A task that is never completed");
        assertThat(reportOf(schedule -> new CompletableFuture<String>().join()))
                .contains("A task that is never completed");
        assertThat(reportOf(schedule -> new LinkedBlockingQueue<String>().take()))
                .contains("waits in LinkedBlockingQueue.take")
                .contains("from a queue into which nobody puts any more");
        assertThat(reportOf(schedule -> {
                    BlockingQueue<String> full = new LinkedBlockingQueue<>(1);
                    full.put("first");
                    full.put("second");
                    assertThat(full.take()).isEqualTo("first");
                }))
                .contains("into a full queue");
    }

    @Test
    void anInterruptThatWasSwallowed() {
        assertThat(reportOf(schedule -> {
                    Started<?> worker = schedule.run("worker", () -> {
                        LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>();
                        while (!queue.contains("the end")) {
                            takeWhateverHappens(queue);
                        }
                    });
                    worker.interrupt();
                    worker.result();
                }))
                .containsPattern(
                        "worker +waits in LinkedBlockingQueue.take, .*\n +was interrupted in step \\d+, cleared")
                .contains("An interrupt was swallowed");
    }

    @Test
    void anInterruptThatWasSwallowedByCodeThatEnds() {
        Scenario swallows = schedule -> schedule.run("worker", () -> takeWhateverHappens(new LinkedBlockingQueue<>()))
                .endsWhenInterrupted();
        Scenario throwsOn = schedule ->
                schedule.run("worker", () -> new LinkedBlockingQueue<>().take()).endsWhenInterrupted();
        Scenario restores = schedule -> schedule.run("worker", () -> {
                    takeWhateverHappens(new LinkedBlockingQueue<>());
                    Thread.currentThread().interrupt();
                })
                .endsWhenInterrupted();

        assertThat(reportOf(swallows)).contains("it swallowed the interrupt");
        Explorer.explore(throwsOn);
        Explorer.explore(restores);
    }

    @Test
    void workThatOutlivesTheCall() {
        assertThat(reportOf(schedule -> {
                    Semaphore never = new Semaphore(0);
                    Started<?> reader = schedule.run("reader", () -> {
                        never.acquire();
                        Schedule.pause();
                    });
                    while (!never.hasQueuedThreads()) {
                        Schedule.pause();
                    }
                    reader.interrupt();
                }))
                .contains("The code has returned, but one thread has not ended:")
                .contains("Work must not outlive the call that started it");
    }

    @Test
    void workThatHasNotEvenBegun() {
        assertThat(reportOf(schedule -> {
                    ExecutorService executor = schedule.executor();
                    var _ = executor.submit(() -> "late");
                    executor.shutdown();
                }))
                .contains("thread-2  has not begun");
    }

    @Test
    void aPoolThatNobodyCloses() {
        assertThat(reportOf(schedule -> Executors.newFixedThreadPool(1, schedule.threads())
                        .submit(() -> "done")
                        .get()))
                .contains("though there is nothing left to do:")
                .contains("An executor was not closed");
    }

    @Test
    void aThreadThatSpins() {
        String report = reportOf(schedule -> schedule.together(() -> {
            while (!stop.get()) {
                Thread.onSpinWait();
            }
        }));
        stop.set(true);

        assertThat(report)
                .contains("one spins and never lets go of its turn, at VerdictsTest.")
                .contains("Wait with something that wakes");
    }

    @Test
    void threadsThatGiveWayForEver() {
        assertThat(reportOf(schedule -> {
                    while (!stop.get()) {
                        Schedule.pause();
                    }
                }))
                .contains("After 50000 steps it still goes on")
                .contains("  step  main\n 50000  ●     pauses");
    }

    @Test
    void anExecutorWhoseCloseNeverEnds() {
        assertThat(reportOf(schedule -> {
                    Semaphore never = new Semaphore(0);
                    try (ExecutorService executor = schedule.executor()) {
                        var _ = executor.submit(() -> {
                            never.acquire();
                            return "done";
                        });
                    }
                }))
                .contains("main      waits in ThreadPerTaskExecutor.close")
                .contains("A permit that was never given back");
    }

    @Test
    void aFailureThatNobodyAskedFor() {
        assertThat(reportOf(schedule -> {
                    Started<?> worker = schedule.run("worker", () -> {
                        throw new IllegalStateException("no paper");
                    });
                    while (!worker.isDone()) {
                        Schedule.pause();
                    }
                }))
                .contains("worker failed: java.lang.IllegalStateException: no paper");
    }

    @Test
    void aFailureThatNobodyAskedForBesideAnother() {
        assertThat(reportOf(schedule -> {
                    CountDownLatch latch = new CountDownLatch(1);
                    schedule.together(latch::await, () -> {
                        throw new IllegalStateException("no paper");
                    });
                }))
                .contains("latch or barrier never did")
                .contains("two failed: java.lang.IllegalStateException: no paper");
    }

    @Test
    void allThatFailTogether() {
        assertThatThrownBy(() -> Explorer.seeds(1)
                        .each(schedule -> schedule.together(
                                () -> {
                                    throw new IllegalStateException("no paper");
                                },
                                () -> {
                                    throw new IllegalStateException("no ink");
                                })))
                .hasMessageContaining("one failed: java.lang.IllegalStateException: no paper")
                .cause()
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("two failed: java.lang.IllegalStateException: no ink"));
    }

    @Test
    void aPoolsIdleThreadSaysWhatItWaitsIn() {
        assertThat(reportOf(schedule -> Executors.newFixedThreadPool(1, schedule.threads())
                        .submit(() -> "done")
                        .get()))
                .contains("waits in LinkedBlockingQueue.take");
    }

    private static void takeWhateverHappens(LinkedBlockingQueue<?> queue) {
        try {
            queue.take();
        } catch (InterruptedException e) {
            // The mistake to be found.
        }
    }

    private static void takeBoth(ReentrantLock first, ReentrantLock second) {
        first.lock();
        try {
            Schedule.pause();
            second.lock();
            try {
                Schedule.pause();
            } finally {
                second.unlock();
            }
        } finally {
            first.unlock();
        }
    }

    private static void enterBoth(Object first, Object second) {
        synchronized (first) {
            Schedule.pause();
            synchronized (second) {
                Schedule.pause();
            }
        }
    }

    private static String reportOf(Scenario scenario) {
        AssertionError error = catchThrowableOfType(AssertionError.class, () -> Explorer.explore(scenario));
        assertThat(error).as("a failing schedule").isNotNull();
        return String.valueOf(error.getMessage());
    }
}

package asyncjava.testkit;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@LeavesNoThreadBehind
final class VirtualTimeMoverTest {

    private static final Patience SHORT = new Patience(Duration.ofMillis(50), Duration.ofMillis(50));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = VirtualTime.start();
    private final ScheduledExecutorService timer = time.scheduler();
    private final VirtualTimeMover mover = VirtualTimeMover.of(time, "somebody blocks the time");
    private final VirtualTimeMover impatient = new VirtualTimeMover(time, "somebody blocks the time", SHORT);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        time.close();
    }

    enum Kind {
        VIRTUAL,
        PLATFORM,
        DAEMON;

        ThreadFactory threads() {
            return switch (this) {
                case VIRTUAL -> Thread.ofVirtual().factory();
                case PLATFORM -> Thread.ofPlatform().factory();
                case DAEMON -> Thread.ofPlatform().daemon().factory();
            };
        }
    }

    @Test
    void timePassesOnAnotherThread() throws InterruptedException, ExecutionException {
        Future<Thread> ran = timer.schedule(Thread::currentThread, 1, MINUTES);

        mover.advance(MINUTE);

        assertThat(ran.get()).isNotSameAs(Thread.currentThread());
        assertThat(time.elapsed()).isEqualTo(MINUTE);
    }

    @Test
    void whoBlocksTheTimeIsTold() {
        timer.execute(this::waitForTheEnd);

        assertThatThrownBy(() -> impatient.advance(MINUTE))
                .isInstanceOf(AssertionError.class)
                .hasMessage("somebody blocks the time");
    }

    @Test
    void whatIsDueNowRunsWhileTheTestWaits() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        timer.execute(() -> {
            rounds.incrementAndGet();
            timer.execute(rounds::incrementAndGet);
        });

        assertThat(mover.becomesTrue(() -> rounds.get() == 2)).isTrue();
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void waitingForWhatDoesNotHappenEnds() throws InterruptedException {
        assertThat(impatient.becomesTrue(() -> false)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void settledIsWhenThreadsHaveDoneWhatThereWasToDo(Kind kind) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        timer.execute(() -> kind.threads()
                .newThread(() -> {
                    workForAWhile();
                    done.set(true);
                    waitForTheEnd();
                })
                .start());

        mover.settle();

        assertThat(done).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void settledIsWhenAnIdleThreadHasDoneWhatItWasHanded(Kind kind) throws InterruptedException, ExecutionException {
        try (ExecutorService one = Executors.newSingleThreadExecutor(kind.threads())) {
            one.submit(() -> {}).get();
            mover.settle();
            AtomicBoolean done = new AtomicBoolean();
            timer.execute(() -> one.execute(() -> {
                workForAWhile();
                done.set(true);
            }));

            mover.settle();

            assertThat(done).isTrue();
        }
    }

    @Test
    void settledIsWhenNothingIsDueAnyMore() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        Thread late = Thread.startVirtualThread(() -> {
            while (rounds.incrementAndGet() < 100) {
                waitFor(timer.submit(() -> {}));
            }
        });

        mover.settle();

        assertThat(rounds).hasValue(100);
        late.join();
    }

    @Test
    void aThreadThatIsNeverAtRestIsNotWaitedForLong() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread busy = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
        });

        impatient.settle();

        over.set(true);
        busy.join();
    }

    private static void workForAWhile() {
        long until = System.nanoTime() + 20_000_000;
        while (System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
    }

    private static void waitFor(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

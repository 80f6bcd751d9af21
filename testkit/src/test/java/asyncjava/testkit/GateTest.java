package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class GateTest {

    private final Gate gate = Gate.closed();

    @Test
    void blockingWorkStaysInsideUntilTheTestOpensTheGate() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(passing("first"));
            Future<String> second = threads.submit(passing("second"));
            gate.awaitInside(2);
            assertThat(first.isDone() || second.isDone()).isFalse();

            gate.open();

            assertThat(gate.inside()).isZero();
            assertThat(first.get()).isEqualTo("first");
            assertThat(second.get()).isEqualTo("second");
        }
    }

    @Test
    void aMonoGoesOnBeforeOpenReturns() {
        List<String> done = new ArrayList<>();
        StepVerifier.create(gate.mono().doOnSuccess(_ -> done.add("mono")))
                .then(() -> assertThat(gate.inside()).isEqualTo(1))
                .then(() -> {
                    gate.open();
                    assertThat(done).containsExactly("mono");
                })
                .verifyComplete();
    }

    @Test
    void bothFacesAreCountedAlike() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> blocking = threads.submit(passing("blocking"));
            StepVerifier.create(gate.mono())
                    .then(() -> assertThat(insideWhenThereAre(2)).isEqualTo(2))
                    .then(gate::open)
                    .verifyComplete();
            assertThat(blocking.get()).isEqualTo("blocking");
        }
        assertThat(gate.entered()).isEqualTo(2);
        assertThat(gate.peakInside()).isEqualTo(2);
        assertThat(gate.cancelled()).isZero();
    }

    @Test
    void anOpenGateHoldsNobodyAndCountsThemStill() throws InterruptedException, Exception {
        gate.open();

        gate.pass();
        StepVerifier.create(gate.mono()).verifyComplete();

        assertThat(gate.entered()).isEqualTo(2);
        assertThat(gate.peakInside()).isEqualTo(1);
        assertThat(gate.inside()).isZero();
    }

    @Test
    void theLongestInsideIsLetOutFirst() {
        List<String> out = new ArrayList<>();
        var work = Flux.just("a", "b", "c").flatMap(name -> gate.mono().thenReturn(name));
        var running = work.subscribe(out::add);
        try {
            gate.openOne();
            assertThat(out).containsExactly("a");
            gate.openOne();
            assertThat(out).containsExactly("a", "b");
            assertThat(gate.inside()).isEqualTo(1);
        } finally {
            running.dispose();
        }
    }

    @Test
    void aLimitKeepsTheOthersOutUntilOneLeaves() {
        var running = Flux.range(0, 5).flatMap(_ -> gate.mono(), 2).subscribe();
        try {
            assertThat(gate.entered()).isEqualTo(2);
            gate.openOne();
            assertThat(gate.entered()).isEqualTo(3);
            assertThat(gate.peakInside()).isEqualTo(2);
        } finally {
            running.dispose();
        }
    }

    @Test
    void workCanBeMadeToFail() throws InterruptedException {
        IOException broken = new IOException("line cut");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(passing("first"));
            gate.awaitInside(1);
            gate.failOneWith(broken);
            assertThatThrownBy(first::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(broken);
        }
        StepVerifier.create(gate.mono())
                .then(() -> gate.failWith(broken))
                .verifyErrorSatisfies(e -> assertThat(e).isSameAs(broken));
        assertThatThrownBy(gate::pass).isSameAs(broken);
        StepVerifier.create(gate.mono()).verifyErrorSatisfies(e -> assertThat(e).isSameAs(broken));
    }

    @Test
    void anInterruptedCallHasLeftTheCountWhenItThrows() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> insideAfterwards = threads.submit(() -> {
                try {
                    gate.pass();
                    return -1;
                } catch (InterruptedException e) {
                    return gate.inside();
                }
            });
            gate.awaitInside(1);
            threads.shutdownNow();
            assertThat(insideAfterwards.get()).isZero();
        }
        assertThat(gate.cancelled()).isEqualTo(1);
    }

    @Test
    void aThreadAlreadyInterruptedDoesNotBegin() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(gate::pass).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(gate.entered()).isZero();
    }

    @Test
    void aCancelledMonoHasLeftTheCountWhenCancelReturns() {
        var running = gate.mono().subscribe();
        running.dispose();
        assertThat(gate.inside()).isZero();
        assertThat(gate.cancelled()).isEqualTo(1);

        var future = gate.mono().toFuture();
        future.cancel(true);
        assertThat(gate.inside()).isZero();
        assertThat(gate.cancelled()).isEqualTo(2);
    }

    @Test
    void whoHasLeftCannotBeCancelledAnyMore() {
        var running = gate.mono().subscribe();
        gate.openOne();
        running.dispose();
        assertThat(gate.cancelled()).isZero();
    }

    @Test
    void nobodyInsideCannotBeLetOut() {
        assertThatThrownBy(gate::openOne)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nobody is inside; 0 had come in");
    }

    @Test
    void tooFewInsideIsSaidWithTheCounts() {
        Gate impatient = new Gate(new Patience(Duration.ofMillis(1)));
        var running = impatient.mono().subscribe();
        try {
            assertThatThrownBy(() -> impatient.awaitInside(3))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                    Expected 3 to be under way at once, but after up to 1 ms it was 1 (1 had begun, at most 1 at once; 0 cancelled).
                    Code that waits for one piece of work before it begins the next never has two under way:
                    begin them all first, then wait.""");
            assertThatThrownBy(impatient::awaitEmpty)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                    Expected no work to be under way any more, but after up to 1 ms it was 1 (1 had begun; 0 cancelled).
                    Work that nobody needs any more has to be cancelled: interrupt its thread, or dispose of its
                    subscription.""");
        } finally {
            running.dispose();
        }
    }

    @Test
    void whereSomeAreUnderWayTogetherSomethingHoldsTheOthersBack() {
        Gate impatient = new Gate(new Patience(Duration.ofMillis(1)));
        var running = Flux.range(0, 2).flatMap(_ -> impatient.mono()).subscribe();
        try {
            assertThatThrownBy(() -> impatient.awaitInside(3))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("""
                    Expected 3 to be under way at once, but after up to 1 ms it was 2 (2 had begun, at most 2 at once; 0 cancelled).
                    Something holds the others back: a limit, a lock held while waiting, or a pool with too few threads,
                    as the common pool has for work that waits.""");
        } finally {
            running.dispose();
        }
    }

    @Test
    void awaitEmptyReturnsOnceTheLastHasLeft() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> work = threads.submit(passing("work"));
            gate.awaitInside(1);
            work.cancel(true);
            gate.awaitEmpty();
            assertThat(gate.cancelled()).isEqualTo(1);
        }
    }

    private Callable<String> passing(String result) {
        return () -> {
            gate.pass();
            return result;
        };
    }

    private int insideWhenThereAre(int count) {
        try {
            gate.awaitInside(count);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return gate.inside();
    }

    @Test
    void whatFollowsAMonoIsDoneWhenOpenReturnsHoweverTheTwoMeet() throws InterruptedException {
        for (int i = 0; i < 2000; i++) {
            Gate gate = Gate.closed();
            AtomicBoolean followed = new AtomicBoolean();
            Thread subscriber = Thread.ofVirtual()
                    .start(() ->
                            gate.mono().doOnSuccess(_ -> followed.set(true)).subscribe());

            gate.awaitInside(1);
            gate.open();

            assertThat(followed).isTrue();
            subscriber.join();
        }
    }

    /// As with a sleep or a socket: code that blocks the common pool has no more threads than the pool.
    @Test
    void theCommonPoolGetsNoThreadInPlaceOfOneThatWaits() throws InterruptedException {
        Gate gate = Gate.closed();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        try (ForkJoinPool pool = new ForkJoinPool(2)) {
            for (int i = 0; i < 3; i++) {
                var _ = pool.submit(() -> {
                    threads.add(Thread.currentThread());
                    gate.pass();
                    return gate;
                });
            }
            gate.awaitInside(2);
            await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

            assertThat(pool.getPoolSize()).isEqualTo(2);
            gate.open();
        }
    }
}

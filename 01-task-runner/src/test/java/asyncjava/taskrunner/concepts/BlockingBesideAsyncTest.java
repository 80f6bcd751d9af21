package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class BlockingBesideAsyncTest {

    private final Gate gate = Gate.closed();
    private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
    private final AtomicReference<@Nullable Thread> cruncher = new AtomicReference<>();
    private final Scheduler only = Schedulers.newSingle("only");

    @AfterEach
    void letEveryThreadGo() {
        gate.open();
        only.dispose();
    }

    @Test
    void aVirtualThreadReadsAndAPlatformThreadCrunches() throws InterruptedException, ExecutionException {
        gate.open();

        assertThat(BlockingBesideAsync.withVirtualThread(this::read, this::crunch))
                .isEqualTo("crunched page");

        assertThat(reader.get()).returns(true, Thread::isVirtual);
        assertThat(cruncher.get())
                .returns(false, Thread::isVirtual)
                .extracting(Thread::getName)
                .asString()
                .startsWith("core-");
    }

    @Test
    void reactorReadsOnAnElasticThreadAndCrunchesOnAParallelOne() {
        gate.open();

        StepVerifier.create(BlockingBesideAsync.withReactor(this::read, this::crunch))
                .expectNext("crunched page")
                .verifyComplete();

        assertThat(reader.get()).extracting(Thread::getName).asString().startsWith("boundedElastic-");
        assertThat(cruncher.get()).extracting(Thread::getName).asString().startsWith("parallel-");
    }

    @Test
    void aReadOnAnElasticThreadHoldsUpNoneOfTheParallelOnes() throws InterruptedException {
        int onEveryThread = 2 * Schedulers.DEFAULT_POOL_SIZE;
        CompletableFuture<String> page =
                BlockingBesideAsync.withReactor(this::read, this::crunch).toFuture();
        gate.awaitInside(1);

        StepVerifier.create(
                        Flux.range(0, onEveryThread).flatMap(i -> Mono.just(i).publishOn(Schedulers.parallel())))
                .expectNextCount(onEveryThread)
                .expectComplete()
                .verify(Duration.ofSeconds(10));

        assertThat(gate.inside()).isOne();
        gate.open();
        assertThat(page.join()).isEqualTo("crunched page");
    }

    @Test
    void aReadOnTheOnlyThreadHoldsUpAStreamThatHasNothingToDoWithIt() throws InterruptedException {
        CompletableFuture<String> page =
                BlockingBesideAsync.blockingOne(this::read, only).toFuture();
        gate.awaitInside(1);
        CompletableFuture<Thread> message = Mono.just("message")
                .publishOn(only)
                .map(_ -> Thread.currentThread())
                .toFuture();

        assertThat(message).isNotDone();
        gate.open();
        // It is the thread that was blocked, so that the message could not have come any earlier.
        assertThat(message.join()).isSameAs(reader.get());
        assertThat(page.join()).isEqualTo("page");
    }

    private String read() throws Exception {
        reader.set(Thread.currentThread());
        gate.pass();
        return "page";
    }

    private String crunch(String page) {
        cruncher.set(Thread.currentThread());
        return "crunched " + page;
    }
}

package asyncjava.scraper.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class ShieldTest {

    private final Gate disk = Gate.closed();
    private final AtomicBoolean saved = new AtomicBoolean();
    private final Callable<String> save = () -> {
        disk.pass();
        saved.set(true);
        return "saved";
    };
    private final Mono<String> saving = disk.mono().thenReturn("saved").doOnNext(_ -> saved.set(true));

    @Test
    void theSavingGoesOnWhenItsWaiterIsInterrupted() throws InterruptedException {
        try (var saves = Executors.newVirtualThreadPerTaskExecutor();
                Caller<String> waiter = Caller.of(() -> Shield.shielded(save, saves))) {
            disk.awaitInside(1);
            waiter.interrupt();

            assertThat(waiter.failure()).isInstanceOf(InterruptedException.class);
            assertThat(saved).isFalse();
            disk.open();
        }
        assertThat(disk.cancelled()).isZero();
        assertThat(saved).isTrue();
    }

    @Test
    void whoStaysGetsTheAnswer() throws InterruptedException {
        disk.open();
        try (var saves = Executors.newVirtualThreadPerTaskExecutor();
                Caller<String> waiter = Caller.of(() -> Shield.shielded(save, saves))) {
            assertThat(waiter.result()).isEqualTo("saved");
        }
    }

    @Test
    void savedByItsWaiterItEndsWithItsWaiter() throws InterruptedException {
        try (Caller<String> waiter = Caller.of(() -> Shield.unshielded(save))) {
            disk.awaitInside(1);
            waiter.interrupt();

            assertThat(waiter.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(disk.cancelled()).isOne();
        assertThat(saved).isFalse();
    }

    @Test
    void aCachedMonoGoesOnWithoutSubscribersAndIsTheSameForTheNext() {
        Mono<String> shielded = Shield.shielded(saving);
        shielded.subscribe().dispose();
        assertThat(disk.inside()).isOne();

        StepVerifier.create(shielded).then(disk::open).expectNext("saved").verifyComplete();

        assertThat(disk.entered()).isOne();
        assertThat(disk.cancelled()).isZero();
    }

    @Test
    void anyOtherMonoIsCancelledWithItsSubscriber() {
        saving.subscribe().dispose();

        assertThat(disk.cancelled()).isOne();
        assertThat(saved).isFalse();
    }
}

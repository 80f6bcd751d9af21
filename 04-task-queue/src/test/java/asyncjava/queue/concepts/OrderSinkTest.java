package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks.EmitResult;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class OrderSinkTest {

    private final OrderSink orders = new OrderSink(2);
    private final Gate gate = Gate.closed();

    @Test
    void aFullSinkSaysSoAndTakesOthersWhenThereIsRoom() {
        StepVerifier.create(orders.asFlux(), 0)
                .then(() -> assertThat(List.of(orders.offer("tea"), orders.offer("egg"), orders.offer("toast")))
                        .containsExactly(EmitResult.OK, EmitResult.OK, EmitResult.FAIL_OVERFLOW))
                .thenRequest(1)
                .expectNext("tea")
                .then(() -> assertThat(orders.offer("jam")).isEqualTo(EmitResult.OK))
                .thenRequest(2)
                .expectNext("egg", "jam")
                .thenCancel()
                .verify();
    }

    @Test
    void whoComesWhileAnotherEmitsWaitsForItsTurn() throws InterruptedException {
        var stream = orders.asFlux().flatMap(this::throughTheGate).subscribe();
        try (Caller<EmitResult> first = Caller.of(() -> orders.offer("tea"))) {
            gate.awaitInside(1);
            try (Caller<EmitResult> second = Caller.of(() -> orders.offer("egg"))) {
                await().until(second::isWaitingOrEnded);
                assertThat(second.isDone()).isFalse();
                gate.open();

                assertThat(first.result()).isEqualTo(EmitResult.OK);
                assertThat(second.result()).isEqualTo(EmitResult.OK);
            }
        }
        stream.dispose();
        assertThat(gate.entered()).isEqualTo(2);
    }

    @Test
    void withoutALockWhoComesWhileAnotherEmitsIsRefused() throws InterruptedException {
        var stream = orders.asFlux().flatMap(this::throughTheGate).subscribe();
        try (Caller<EmitResult> first = Caller.of(() -> orders.offerWithoutLock("tea"))) {
            gate.awaitInside(1);
            try (Caller<EmitResult> second = Caller.of(() -> orders.offerWithoutLock("egg"))) {
                assertThat(second.result()).isEqualTo(EmitResult.FAIL_NON_SERIALIZED);
            }
            gate.open();
            assertThat(first.result()).isEqualTo(EmitResult.OK);
        }
        stream.dispose();
        assertThat(gate.entered()).isOne();
    }

    @Test
    void emitEndsAFullSinkWithAnError() {
        StepVerifier.create(orders.asFlux(), 0)
                .then(() -> List.of("tea", "egg", "toast").forEach(orders::emit))
                .then(() -> assertThat(orders.offer("jam")).isEqualTo(EmitResult.FAIL_TERMINATED))
                .thenRequest(3)
                .expectNext("tea", "egg")
                .verifyErrorMatches(Exceptions::isOverflow);
    }

    @Test
    void emitSaysNothingWhenNobodyIsThereAnyMore() {
        orders.asFlux().subscribe().dispose();

        orders.emit("tea");

        assertThat(orders.offer("egg")).isEqualTo(EmitResult.FAIL_CANCELLED);
    }

    @Test
    void whatWasTakenIsThrownAwayWhenTheSubscriberLeaves() {
        List<String> thrownAway = new ArrayList<>();
        StepVerifier.create(orders.asFlux().doOnDiscard(String.class, thrownAway::add), 0)
                .then(() -> assertThat(List.of(orders.offer("tea"), orders.offer("egg")))
                        .containsOnly(EmitResult.OK))
                .thenCancel()
                .verify();

        assertThat(thrownAway).containsExactly("tea", "egg");
    }

    private Mono<String> throughTheGate(String order) {
        return Mono.fromCallable(() -> {
            gate.pass();
            return order;
        });
    }
}

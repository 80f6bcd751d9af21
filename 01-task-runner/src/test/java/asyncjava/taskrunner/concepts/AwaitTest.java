package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.COMPLETABLE_FUTURE;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AwaitTest {

    private final Gate logIn = Gate.closed();
    private final Gate orders = Gate.closed();
    private final Await.Shop shop = new GatedShop(logIn, orders);

    static Stream<Named<Await.Way>> ways() {
        return Stream.of(
                Named.of("get", Await::withGet),
                Named.of("thenCompose", shop -> Await.withThenCompose(shop).get()),
                Named.of("flatMap", shop -> Await.withFlatMap(shop).toFuture().get()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theSecondCallIsMadeWithTheAnswerOfTheFirst(Await.Way way) throws InterruptedException {
        try (Caller<String> caller = Caller.of(() -> way.fetch(shop))) {
            logIn.awaitInside(1);
            assertThat(orders.entered()).isZero();
            logIn.open();
            orders.awaitInside(1);
            orders.open();

            assertThat(caller.result()).isEqualTo("orders of the session of Ada");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFailureOfTheSecondCallReachesWhoeverWaits(Await.Way way) throws InterruptedException {
        IOException failure = new IOException("no orders today");
        logIn.open();
        orders.failWith(failure);
        try (Caller<String> caller = Caller.of(() -> way.fetch(shop))) {
            assertThat(caller.failure()).hasRootCause(failure);
        }
    }

    @Test
    void whoeverWaitsInGetCanBeInterrupted() throws InterruptedException {
        try (Caller<String> caller = Caller.of(() -> Await.withGet(shop))) {
            logIn.awaitInside(1);
            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void withThenApplyTheAnswerIsAFutureThatIsStillUnderWay() throws InterruptedException {
        logIn.open();
        try (Caller<?> caller = Caller.of(() -> Await.withThenApply(shop).get())) {
            assertThat(caller.result()).asInstanceOf(COMPLETABLE_FUTURE).isNotDone();
            assertThat(orders.inside()).isOne();
        }
    }

    @Test
    void withThenApplyAFailureOfTheSecondCallIsASuccess() {
        logIn.open();
        orders.failWith(new IOException("no orders today"));

        assertThat(Await.withThenApply(shop))
                .isCompletedWithValueMatching(
                        answer -> answer instanceof CompletableFuture<?> inner && inner.isCompletedExceptionally());
    }

    private record GatedShop(Gate logIn, Gate orders) implements Await.Shop {

        @Override
        public CompletableFuture<String> logIn(String user) {
            return logIn.mono().thenReturn("the session of " + user).toFuture();
        }

        @Override
        public CompletableFuture<String> ordersOf(String session) {
            return orders.mono().thenReturn("orders of " + session).toFuture();
        }
    }
}

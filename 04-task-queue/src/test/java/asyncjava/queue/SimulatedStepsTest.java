package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.queue.SimulatedSteps.StepFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

final class SimulatedStepsTest {

    private static final int ORDERS = 2_000;

    /// An attempt at a step of an order.
    private record Attempt(String id, Step step, int attempt) {}

    @Test
    void theSameSeedMakesTheSameTroubleInBothShapes() throws InterruptedException {
        List<Attempt> failed = called(new SimulatedSteps(7, 0.2, Duration.ZERO));

        assertThat(described(new SimulatedSteps(7, 0.2, Duration.ZERO))).isEqualTo(failed);
        assertThat(called(new SimulatedSteps(8, 0.2, Duration.ZERO))).isNotEqualTo(failed);
    }

    @Test
    void aboutAsManyHaveTroubleAsWereAskedForHalfOfThemForGood() throws InterruptedException {
        List<Attempt> failed = called(new SimulatedSteps(1, 0.2, Duration.ZERO));

        // Three standard deviations; the seed is always the same.
        assertThat(atAttempt(1, failed)).hasSizeBetween(345, 455).doesNotHaveDuplicates();
        assertThat(atAttempt(2, failed)).hasSizeBetween(155, 245).isSubsetOf(atAttempt(1, failed));
        assertThat(atAttempt(3, failed)).isEqualTo(atAttempt(2, failed));
        for (Step step : Step.values()) {
            assertThat(failed)
                    .filteredOn(each -> each.step() == step && each.attempt() == 1)
                    .hasSizeBetween(105, 161);
        }
    }

    @Test
    void noneHasTroubleOrAllHave() throws InterruptedException {
        assertThat(called(new SimulatedSteps(1, 0, Duration.ZERO))).isEmpty();
        assertThat(atAttempt(1, called(new SimulatedSteps(1, 1, Duration.ZERO))))
                .hasSize(ORDERS);
    }

    @Test
    void aStepTakesFromHalfOfTheTimeToOneAndAHalf() {
        SimulatedSteps steps = new SimulatedSteps(1, 0, Duration.ofMillis(100));
        for (Order order : orders().subList(0, 100)) {
            StepVerifier.withVirtualTime(() -> steps.handleLater(order, Step.CHARGE, 1))
                    .expectSubscription()
                    .expectNoEvent(Duration.ofMillis(50).minusNanos(1))
                    .thenAwait(Duration.ofMillis(100))
                    .verifyComplete();
        }
    }

    private static List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        new GeneratedOrders(ORDERS, 1).forEachRemaining(orders::add);
        return orders;
    }

    private static List<String> atAttempt(int attempt, List<Attempt> failed) {
        return failed.stream()
                .filter(each -> each.attempt() == attempt)
                .map(Attempt::id)
                .toList();
    }

    private static List<Attempt> called(SimulatedSteps steps) throws InterruptedException {
        List<Attempt> failed = new ArrayList<>();
        for (Attempt each : attempts()) {
            try {
                steps.handle(order(each), each.step(), each.attempt());
            } catch (StepFailed e) {
                failed.add(each);
            }
        }
        return failed;
    }

    private static List<Attempt> described(SimulatedSteps steps) {
        return attempts().stream()
                .filter(each -> steps.handleLater(order(each), each.step(), each.attempt())
                        .materialize()
                        .blockOptional()
                        .orElseThrow()
                        .isOnError())
                .toList();
    }

    private static List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        for (Order order : orders()) {
            for (Step step : Step.values()) {
                for (int attempt = 1; attempt <= 3; attempt++) {
                    attempts.add(new Attempt(order.id(), step, attempt));
                }
            }
        }
        return attempts;
    }

    private static Order order(Attempt attempt) {
        return new Order(attempt.id(), "ada", "tea", 1, 650);
    }
}

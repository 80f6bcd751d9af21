package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.queue.concepts.UrgentFirst.Order;
import asyncjava.testkit.schedule.Explorer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UrgentFirstTest {

    @Test
    void urgentOnesComeFirstAndEqualsInTheOrderInWhichTheyCame() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        List<Order> orders = IntStream.range(0, 1000)
                .mapToObj(i -> new Order("order-" + i, random.nextBoolean()))
                .toList();
        UrgentFirst<Order> queue = new UrgentFirst<>(orders.size(), Order.URGENT_FIRST);
        for (Order order : orders) {
            queue.put(order);
        }
        List<Order> taken = new ArrayList<>();
        while (taken.size() < orders.size()) {
            taken.add(queue.take());
        }

        // A list's sort keeps equals as they are.
        assertThat(taken).isEqualTo(orders.stream().sorted(Order.URGENT_FIRST).toList());
    }

    @Test
    void whoPutsWaitsForAPlaceAndWhoTakesForAnElement() {
        Explorer.explore(schedule -> {
            UrgentFirst<Integer> queue = new UrgentFirst<>(1, Integer::compareTo);
            List<String> log = new ArrayList<>();
            schedule.together(
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            queue.put(i);
                            log.add("put");
                        }
                    },
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            assertThat(queue.take()).isEqualTo(i);
                            log.add("take");
                        }
                    });

            assertThat(log).containsExactly("put", "take", "put", "take", "put", "take");
        });
    }

    @Test
    void whoIsInterruptedWhileItWaitsForAPlacePutsNothing() {
        Explorer.explore(schedule -> {
            UrgentFirst<Integer> queue = new UrgentFirst<>(1, Integer::compareTo);
            queue.put(1);
            var late = schedule.run("late", () -> queue.put(0));
            late.endsWhenInterrupted();

            assertThat(queue.take()).isOne();
            queue.put(2);
            assertThat(queue.take()).isEqualTo(2);
        });
    }

    @Test
    void byUrgencyAloneEqualsComeInAnotherOrder() throws InterruptedException {
        List<Order> orders = IntStream.range(0, 6)
                .mapToObj(i -> new Order("order-" + i, false))
                .toList();

        assertThat(UrgentFirst.byUrgencyAlone(orders))
                .containsExactlyInAnyOrderElementsOf(orders)
                .isNotEqualTo(orders);
    }

    @Test
    void aPriorityBlockingQueueTakesMoreThanItWasMadeFor() {
        List<Order> orders = IntStream.range(0, 6)
                .mapToObj(i -> new Order("order-" + i, false))
                .toList();

        assertThat(UrgentFirst.offeredBeyond(2, orders)).hasSize(6);
    }

    @Test
    void aCapacityBelowOneIsRefused() {
        assertThatThrownBy(() -> new UrgentFirst<Integer>(0, Integer::compareTo))
                .hasMessage("capacity must be at least 1, was 0");
    }
}

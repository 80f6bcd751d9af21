package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ExplorerTest {

    private static final Scenario LOST_UPDATE = schedule -> {
        Shared<Integer> count = new Shared<>(0);
        schedule.together(() -> count.write(count.read() + 1), () -> count.write(count.read() + 1));
        assertThat(count.read()).isEqualTo(2);
    };

    @Test
    void aLostUpdateIsFound() {
        assertThatThrownBy(ExplorerTest::twoThreadsCount)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected: 2\n but was: 1");
    }

    private static void twoThreadsCount() {
        Explorer.explore(schedule -> {
            Shared<Integer> count = new Shared<>(0);
            schedule.together(() -> count.write(count.read() + 1), () -> count.write(count.read() + 1));
            assertThat(count.read()).isEqualTo(2);
        });
    }

    @Test
    void theSameSeedsFailEveryTime() {
        List<Long> failing = Explorer.seeds(200).failing(LOST_UPDATE);

        assertThat(failing).hasSizeBetween(20, 180);
        assertThat(Explorer.seeds(200).failing(LOST_UPDATE)).isEqualTo(failing);
    }

    @Test
    void codeThatIsRightPassesOnAllSchedules() {
        Explored explored = Explorer.seeds(300).each(schedule -> {
            AtomicInteger count = new AtomicInteger();
            schedule.together(count::incrementAndGet, count::incrementAndGet);
            assertThat(count).hasValue(2);
        });

        assertThat(explored.schedules()).isEqualTo(300);
        assertThat(explored.outside()).isEmpty();
    }

    /// A monitor is handed on by a thread of the JVM's, which may be quicker or slower than what comes after.
    @Test
    void howLongTheJvmTakesToHandOnAMonitorMakesNoDifference() {
        for (int i = 0; i < 50; i++) {
            assertThat(ordersAfterAMonitor(0)).isEqualTo(ordersAfterAMonitor(200_000));
        }
    }

    private static List<List<String>> ordersAfterAMonitor(long nanosInBetween) {
        List<List<String>> orders = new ArrayList<>();
        Explorer.seeds(4).each(schedule -> {
            Object monitor = new Object();
            CountDownLatch latch = new CountDownLatch(1);
            List<String> order = new ArrayList<>();
            orders.add(order);
            synchronized (monitor) {
                schedule.run("blocked", () -> {
                    synchronized (monitor) {
                        order.add("blocked");
                    }
                });
                schedule.run("parked", () -> {
                    latch.await();
                    order.add("parked");
                });
                schedule.run("last", () -> {}).result();
            }
            spin(nanosInBetween);
            latch.countDown();
            while (order.size() < 2) {
                Schedule.pause();
            }
        });
        return orders;
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}

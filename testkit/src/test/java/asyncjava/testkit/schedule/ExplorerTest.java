package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        assertThatThrownBy(() -> Explorer.explore(LOST_UPDATE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected: 2\n but was: 1");
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

    /// So one pause before each access is enough, and no seed is needed for what a pause behind it would add.
    @Test
    void everyOrderOfReadsAndWritesIsMet() {
        Set<List<String>> orders = new HashSet<>();
        Explorer.explore(schedule -> {
            List<String> order = new ArrayList<>();
            Shared<Integer> field = new Shared<>(0);
            schedule.together(() -> readAndWrite("a", field, order), () -> readAndWrite("b", field, order));
            orders.add(order);
        });

        assertThat(orders)
                .containsExactlyInAnyOrder(
                        List.of("a reads", "a writes", "b reads", "b writes"),
                        List.of("a reads", "b reads", "a writes", "b writes"),
                        List.of("a reads", "b reads", "b writes", "a writes"),
                        List.of("b reads", "a reads", "a writes", "b writes"),
                        List.of("b reads", "a reads", "b writes", "a writes"),
                        List.of("b reads", "b writes", "a reads", "a writes"));
    }

    private static void readAndWrite(String who, Shared<Integer> field, List<String> order) {
        int value = field.read();
        order.add(who + " reads");
        field.write(value + 1);
        order.add(who + " writes");
    }
}

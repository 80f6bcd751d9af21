package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Where the pauses have to stand.
final class SharedTest {

    @Test
    void withoutAPauseNoUpdateIsEverLost() {
        assertThat(Explorer.seeds(200).failing(schedule -> {
                    int[] count = {0};
                    schedule.together(() -> count[0]++, () -> count[0]++);
                    assertThat(count[0]).isEqualTo(2);
                }))
                .isEmpty();
    }

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

    /// One thread looks at a flag and then waits for a signal; another sets the flag and sends it. The signal is lost
    /// when it comes between the two, so that a turn has to end there.
    @Test
    void withoutAPauseAfterAReadNoSignalIsLostThatComesThen() {
        assertThat(Explorer.seeds(200).failing(schedule -> {
                    boolean[] open = {false};
                    waitAndSignal(
                            schedule,
                            () -> {
                                Schedule.pause();
                                return open[0];
                            },
                            () -> {
                                Schedule.pause();
                                open[0] = true;
                            });
                }))
                .isEmpty();

        assertThat(Explorer.seeds(200).failing(schedule -> {
                    Shared<Boolean> open = new Shared<>(false);
                    waitAndSignal(schedule, open::read, () -> open.write(true));
                }))
                .hasSizeGreaterThan(10);
    }

    @Test
    void whoGoesThroughAPausingListMayBeOvertaken() {
        Set<Integer> ended = new HashSet<>();
        Explorer.explore(schedule -> {
            AtomicInteger count = new AtomicInteger();
            for (String name : Schedule.pausing(List.of("first", "second"))) {
                ended.add(count.get());
                schedule.start(name, count::incrementAndGet);
            }
            schedule.time().sleep(Duration.ofNanos(1));
        });

        assertThat(ended).containsExactlyInAnyOrder(0, 1);
    }

    @SuppressWarnings("WaitNotInLoop")
    private static void waitAndSignal(Schedule schedule, BooleanSupplier isOpen, Runnable open)
            throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition opened = lock.newCondition();
        schedule.together(
                () -> {
                    if (!isOpen.getAsBoolean()) {
                        lock.lock();
                        try {
                            opened.await();
                        } finally {
                            lock.unlock();
                        }
                    }
                },
                () -> {
                    open.run();
                    lock.lock();
                    try {
                        opened.signalAll();
                    } finally {
                        lock.unlock();
                    }
                });
    }

    private static void readAndWrite(String who, Shared<Integer> field, List<String> order) {
        int value = field.read();
        order.add(who + " reads");
        field.write(value + 1);
        order.add(who + " writes");
    }
}

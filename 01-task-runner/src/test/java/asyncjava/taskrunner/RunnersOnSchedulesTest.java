package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.taskrunner.Result.Done;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/// What must hold in whatever order threads take their turns: hundreds of orders, each decided by a seed. The pool of
/// platform threads is missing here, since nobody but the operating system decides about those.
final class RunnersOnSchedulesTest {

    private static final Duration WAIT = Duration.ofSeconds(2);

    @ParameterizedTest
    @EnumSource(names = {"VIRTUAL", "FUTURE", "STRUCTURED", "REACTOR"})
    void resultsStandInTheOrderOfTheTasksWhoeverIsFirst(Style style) {
        Set<List<String>> orders = new HashSet<>();
        Explorer.explore(schedule -> {
            TasksOnSchedule tasks = new TasksOnSchedule(schedule);

            List<Result> results = style.runner().run(tasks.three());

            assertThat(results).containsExactly(new Done("a"), new Done("b"), new Done("c"));
            orders.add(tasks.ended());
        });
        assertThat(orders).as("orders in which the tasks ended").hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRTUAL", "FUTURE", "STRUCTURED", "REACTOR"})
    void anInterruptAtAnyMomentLeavesNothingUnderWay(Style style) {
        AtomicInteger interrupted = new AtomicInteger();
        Explorer explorer = Explorer.seeds(300);
        explorer.each(schedule -> {
            TasksOnSchedule tasks = new TasksOnSchedule(schedule);
            Started<Boolean> caller = schedule.start("caller", () -> endedByInterrupt(style.runner(), tasks));
            Started<?> hasty = schedule.run("hasty", () -> {
                schedule.time().sleep(WAIT);
                caller.interrupt();
            });

            hasty.result();
            if (caller.result()) {
                interrupted.incrementAndGet();
            }
        });
        assertThat(interrupted)
                .as("runs that the interrupt ended, of those that were over at that very moment")
                .hasValueBetween(10, 290);
    }

    /// Whether it threw; either way nothing may be under way at that moment.
    private static boolean endedByInterrupt(TaskRunner runner, TasksOnSchedule tasks) {
        boolean interrupted = false;
        try {
            assertThat(runner.run(tasks.three())).hasSize(3);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        assertThat(tasks.underWay())
                .as("tasks under way when the call has ended")
                .isZero();
        return interrupted;
    }

    /// Tasks that all take the same virtual time.
    private static final class TasksOnSchedule {

        private final Schedule schedule;
        private final AtomicInteger underWay = new AtomicInteger();
        private final List<String> ended = new CopyOnWriteArrayList<>();

        TasksOnSchedule(Schedule schedule) {
            this.schedule = schedule;
        }

        List<Task> three() {
            return Stream.of("a", "b", "c").<Task>map(Waiting::new).toList();
        }

        int underWay() {
            return underWay.get();
        }

        List<String> ended() {
            return ended;
        }

        private final class Waiting implements Task {

            private final String name;

            Waiting(String name) {
                this.name = name;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public String call() throws InterruptedException {
                underWay.incrementAndGet();
                try {
                    schedule.time().sleep(WAIT);
                    return answer();
                } finally {
                    underWay.decrementAndGet();
                }
            }

            @Override
            public Mono<String> mono() {
                return Mono.delay(WAIT)
                        .map(_ -> answer())
                        .doOnSubscribe(_ -> underWay.incrementAndGet())
                        .doFinally(_ -> underWay.decrementAndGet());
            }

            private String answer() {
                ended.add(name);
                return name;
            }
        }
    }
}

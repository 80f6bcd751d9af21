package asyncjava.queue.exercise.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Items come while somebody drains or aborts, for an explorer to try in any order.
final class ProcessorOnSchedules {

    /// So many that items come before, and after.
    private static final int PAUSES = 4;

    /// So many that one of them overtakes another if it can.
    private static final int MANY = 12;

    private final Processor<String> processor;
    private final Collection<String> accepted = new ConcurrentLinkedQueue<>();
    private final Collection<String> handled = new ConcurrentLinkedQueue<>();
    private final List<String> givenBack = new ArrayList<>();

    private ProcessorOnSchedules(int workers) {
        processor = new Processor<>(workers, this::handle);
    }

    /// Six submit an item each, and one drains.
    static final class Drained implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            var one = new ProcessorOnSchedules(1);
            List<Started<?>> submitters = one.submitters(schedule, 1, "a", "b", "c", "d", "e", "f");
            pauseAWhile();
            one.processor.drain();
            one.addsUp(submitters);
        }
    }

    /// One submits what one worker is handed.
    static final class InOrder implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            var one = new ProcessorOnSchedules(1);
            one.submit(MANY, "a");
            one.processor.drain();
            one.keepsTheOrder();
        }
    }

    /// Two submit three items each, one drains and one aborts.
    static final class Aborted implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            var one = new ProcessorOnSchedules(2);
            List<Started<?>> all = one.submitters(schedule, 3, "a", "b");
            pauseAWhile();
            all.add(schedule.run("drains", one.processor::drain));
            Started<List<String>> aborts = schedule.start("aborts", one.processor::abort);
            one.givenBack.addAll(aborts.result());
            one.addsUp(all);
        }
    }

    /// One worker is busy, items wait, and two abort.
    static final class AbortedTwice implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            var one = new ProcessorOnSchedules(1);
            List<Started<?>> submitters = one.submitters(schedule, 4, "a");
            pauseAWhile();
            Started<List<String>> first = schedule.start("first", one.processor::abort);
            Started<List<String>> second = schedule.start("second", one.processor::abort);
            one.givenBack.addAll(first.result());
            one.givenBack.addAll(second.result());
            one.addsUp(submitters);
        }
    }

    /// Two submit an item each, and when the handlers are done one aborts.
    static final class AbortedIdle implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            var one = new ProcessorOnSchedules(2);
            List<Started<?>> submitters = one.submitters(schedule, 1, "a", "b");
            schedule.time().sleep(Duration.ofNanos(1)); // which passes when nobody can go on
            one.givenBack.addAll(one.processor.abort());
            one.addsUp(submitters);
        }
    }

    private List<Started<?>> submitters(Schedule schedule, int each, String... names) {
        List<Started<?>> submitters = new ArrayList<>();
        for (String name : names) {
            submitters.add(schedule.run(name, () -> submit(each, name)));
        }
        return submitters;
    }

    private void submit(int items, String name) {
        for (int i = 1; i <= items; i++) {
            if (processor.submit(name + i)) {
                accepted.add(name + i);
            }
        }
    }

    private void handle(String item) {
        handled.add(item);
        Schedule.pause();
    }

    private static void pauseAWhile() {
        for (int i = 0; i < PAUSES; i++) {
            Schedule.pause();
        }
    }

    private void addsUp(List<Started<?>> others) throws InterruptedException {
        for (Started<?> other : others) {
            other.result();
        }
        List<String> account = new ArrayList<>(handled);
        account.addAll(givenBack);
        assertThat(account)
                .withFailMessage("""
                        Accepted were %s, handed to the handler %s, and given back %s.
                        Expected each item that was accepted in one of the two, once, and no other.
                        Between the look whether the end has begun and the step that relies on it, another thread may come: look
                        and add the item under one lock, and begin the end, or take out what is given back, under the same.
                        A sink refuses what comes while another emits, and says so only by what tryEmitNext returns.""", accepted, handled, givenBack)
                .containsExactlyInAnyOrderElementsOf(accepted);
    }

    private void keepsTheOrder() {
        assertThat(List.copyOf(handled)).withFailMessage("""
                        One submitted %s, and the only worker was handed
                        %s, one after another.
                        What waits longest is the next. Threads that wait for a place, each with its item, do not come
                        in the order in which they were started: let the items wait, in a queue.""", accepted, handled).isEqualTo(List.copyOf(accepted));
    }
}

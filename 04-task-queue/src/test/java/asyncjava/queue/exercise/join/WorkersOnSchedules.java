package asyncjava.queue.exercise.join;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Several submit to the same workers while one joins, for an explorer to try in any order.
final class WorkersOnSchedules {

    private static final int COUNT = 2;
    private static final int SHORT_TASKS = 6;
    /// So many that the short tasks begin and end meanwhile.
    private static final int MOST_PAUSES = 100;

    private final Workers workers = new Workers(COUNT);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final Collection<String> ended = new ConcurrentLinkedQueue<>();

    private WorkersOnSchedules() {}

    /// One submits a task that submits another, and joins, while three others submit.
    static final class ManySubmit implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            new WorkersOnSchedules().manySubmit(schedule);
        }
    }

    /// Two join, perhaps at the moment at which the only task ends.
    static final class TheLastEnds implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            new WorkersOnSchedules().theLastEnds(schedule);
        }
    }

    private void theLastEnds(Schedule schedule) throws Exception {
        workers.submit(() -> work("the last", 0));
        schedule.together(workers::join, workers::join);
        List<String> whenJoined = List.copyOf(ended);
        workers.close();

        assertThat(whenJoined)
                .withFailMessage(
                        "One task was submitted, and join was called and has returned, before that task had ended.")
                .containsExactly("the last");
    }

    private void manySubmit(Schedule schedule) throws Exception {
        workers.submit(() -> {
            work("first", MOST_PAUSES);
            workers.submit(() -> work("its child", 1));
        });
        List<Started<?>> submitters = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            submitters.add(schedule.run(name, () -> submitTwo(name)));
        }
        workers.join();
        List<String> whenJoined = List.copyOf(ended);
        for (Started<?> submitter : submitters) {
            submitter.result();
        }
        workers.join();
        List<String> atTheEnd = List.copyOf(ended);
        workers.close();

        assertThat(whenJoined).withFailMessage("""
                        A task was submitted, which submits another, then join was called while three others submitted too. When
                        join returned, these tasks had ended: %s. Expected \"first\" and \"its child\" to be among them.
                        A count that others look at is changed in one step, and before a task is handed over: what begins and
                        ends before it is counted makes the count zero while others are under way.""", whenJoined).contains("first", "its child");
        assertThat(atTheEnd)
                .withFailMessage("""
                        Eight tasks were submitted. When all had been accepted and another join had returned, these had ended: %s.
                        Each is run once, and none is missed. Where two submit at the same moment, look at what is shared: a count
                        that is read and written in two steps, or a sink that refuses one of the two.""", atTheEnd)
                .containsExactlyInAnyOrder("first", "its child", "a1", "a2", "b1", "b2", "c1", "c2");
        assertThat(peak.get())
                .withFailMessage("There are two workers, and %d tasks were under way at once.", peak.get())
                .isLessThanOrEqualTo(COUNT);
    }

    private void submitTwo(String name) {
        workers.submit(() -> work(name + 1, 0));
        workers.submit(() -> work(name + 2, 0));
    }

    /// @param mostPauses it ends earlier when all the short tasks have
    private void work(String name, int mostPauses) {
        int now = underWay.incrementAndGet();
        peak.accumulateAndGet(now, Math::max);
        for (int i = 0; i < mostPauses && ended.size() < SHORT_TASKS; i++) {
            Schedule.pause();
        }
        underWay.decrementAndGet();
        ended.add(name);
    }
}

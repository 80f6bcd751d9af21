package asyncjava.queue.exercise.bounded;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Several producers and takers of one queue, for an explorer to try in any order.
///
/// Where one waits for ever, it is the explorer who says so: then nothing can go on any more.
final class BoundedQueueOnSchedules {

    private static final int EACH = 2;
    /// So many that one who waits is interrupted before somebody helps it, or after, or at that moment.
    private static final int PAUSES = 12;
    private static final int ROUNDS = 4;
    /// Virtual time goes on only where nobody else can.
    private static final Duration UNTIL_ALL_WAIT = Duration.ofNanos(1);

    private final int room;
    private final BoundedQueue<String> queue;
    private final Collection<String> taken = new ConcurrentLinkedQueue<>();

    private BoundedQueueOnSchedules(int room) {
        this.room = room;
        queue = new BoundedQueue<>(room);
    }

    /// Three producers and three takers.
    static final class OnePlace implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            new BoundedQueueOnSchedules(1).manyCome(schedule);
        }
    }

    /// The same with more room, so that several may go on at once.
    static final class TwoPlaces implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            new BoundedQueueOnSchedules(2).manyCome(schedule);
        }
    }

    /// Two wait for room, one of them is interrupted, and there comes room for one.
    static final class AProducerIsInterrupted implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            new BoundedQueueOnSchedules(1).interruptAProducer(schedule);
        }
    }

    /// Two wait for an element, one of them is interrupted, and there comes one element.
    static final class ATakerIsInterrupted implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            new BoundedQueueOnSchedules(1).interruptATaker(schedule);
        }
    }

    /// One waits alone and is interrupted when it could go on, sooner in one round and later in the next:
    /// there may be but one step between being given something and giving up.
    static final class OneIsInterruptedInEachRound implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            for (int pauses = PAUSES; pauses <= ROUNDS * PAUSES; pauses += PAUSES) {
                new BoundedQueueOnSchedules(1).interruptOneAlone(schedule, pauses);
            }
        }
    }

    private void manyCome(Schedule schedule) throws Exception {
        List<Started<?>> all = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            all.add(schedule.run("producer " + name, () -> putTwo(name)));
            all.add(schedule.run("taker " + name, this::takeTwo));
        }
        for (Started<?> each : all) {
            each.result();
        }
        areTaken(
                "Three producers put two elements each, and three takers took two each.",
                "a1",
                "a2",
                "b1",
                "b2",
                "c1",
                "c2");
    }

    private void interruptAProducer(Schedule schedule) throws Exception {
        queue.put("first");
        Started<Boolean> interrupted = schedule.start("interrupted", () -> putUnlessInterrupted("interrupted"));
        Started<?> other = schedule.run("other", () -> queue.put("other"));
        schedule.time().sleep(UNTIL_ALL_WAIT);
        Started<?> taker = schedule.run("taker", this::takeTwo);
        interruptSoon(interrupted);
        taker.result();
        other.result();
        List<String> expected = new ArrayList<>(List.of("first", "other"));
        if (interrupted.result()) {
            expected.add("interrupted");
        }
        while (queue.size() > 0) {
            take();
        }
        areTaken(
                "One of two producers was interrupted. Its put has %s."
                        .formatted(expected.size() > 2 ? "returned" : "thrown"),
                expected.toArray(String[]::new));
        stillHasRoom(schedule);
    }

    private void interruptATaker(Schedule schedule) throws Exception {
        Started<Boolean> interrupted = schedule.start("interrupted", this::takeUnlessInterrupted);
        Started<?> other = schedule.run("other", this::take);
        schedule.time().sleep(UNTIL_ALL_WAIT);
        Started<?> producer = schedule.run("producer", () -> queue.put("first"));
        interruptSoon(interrupted);
        if (interrupted.result()) {
            queue.put("second");
        }
        producer.result();
        other.result();
        if (taken.size() == 1) {
            areTaken("One of two takers was interrupted, and the other got the element.", "first");
        } else {
            areTaken("One of two takers was interrupted when it had an element.", "first", "second");
        }
        stillHasRoom(schedule);
    }

    private void interruptOneAlone(Schedule schedule, int pauses) throws Exception {
        queue.put("first");
        Started<Boolean> producer = schedule.start("producer", () -> putUnlessInterrupted("second"));
        schedule.time().sleep(UNTIL_ALL_WAIT);
        Started<?> room = schedule.run("makes room", queue::take);
        interruptAfter(pauses, producer);
        room.result();
        boolean in = producer.result();
        hasSize(in ? 1 : 0, "A producer waited for room, and was interrupted when there was some. put has %s.", in);
        if (in) {
            queue.take();
        }
        Started<Boolean> taker = schedule.start("taker", this::takeUnlessInterrupted);
        schedule.time().sleep(UNTIL_ALL_WAIT);
        Started<?> element = schedule.run("brings one", () -> queue.put("third"));
        interruptAfter(pauses, taker);
        element.result();
        boolean out = taker.result();
        hasSize(out ? 0 : 1, "A taker waited for an element, and was interrupted when one came. take has %s.", out);
    }

    private void hasSize(int expected, String when, boolean returned) {
        int size = queue.size();
        assertThat(size)
                .withFailMessage("""
                        %s
                        Expected the size to be %d then, but it is %d.
                        What one waits for may come at the very moment at which it gives up. remove() of a list and cancel() of a
                        future say by what they return who was quicker.""", when.formatted(returned ? "returned" : "thrown"), expected, size)
                .isEqualTo(expected);
    }

    private static void interruptSoon(Started<?> one) {
        interruptAfter(PAUSES, one);
    }

    private static void interruptAfter(int pauses, Started<?> one) {
        for (int i = 0; i < pauses; i++) {
            Schedule.pause();
        }
        one.interrupt();
    }

    /// What was lost without a trace makes one of these wait.
    private void stillHasRoom(Schedule schedule) throws Exception {
        Started<?> producer = schedule.run("producer who finds room", () -> queue.put("last"));
        producer.result();
        Started<?> taker = schedule.run("taker who finds an element", queue::take);
        taker.result();
    }

    private boolean putUnlessInterrupted(String element) {
        try {
            queue.put(element);
            return true;
        } catch (Exception e) {
            return false; // it has given up, as it may
        }
    }

    private boolean takeUnlessInterrupted() {
        try {
            taken.add(queue.take());
            return true;
        } catch (Exception e) {
            return false; // it has given up, as it may
        }
    }

    private void putTwo(String name) throws Exception {
        for (int i = 1; i <= EACH; i++) {
            queue.put(name + i);
            int size = queue.size();
            assertThat(size).withFailMessage("""
                            The queue has room for %d, and size() is %d.
                            Are there really so many? Between the look for room and the add, another may have come: do both under one
                            lock. One who was woken has to look again, in a while loop: another may have been quicker. And a place is
                            free only when its element has left.
                            Or has the size not been told yet of one that has left? Change it in one step with the elements.""", room, size).isLessThanOrEqualTo(room);
        }
    }

    private void takeTwo() throws InterruptedException {
        take();
        take();
    }

    private void take() throws InterruptedException {
        try {
            taken.add(queue.take());
        } catch (RuntimeException e) {
            throw new AssertionError("""
                    A taker that nobody has interrupted got no element, but
                      %s
                    One who was woken has to look again, in a while loop: another may have been quicker.""".formatted(e), e);
        }
    }

    private void areTaken(String when, String... elements) {
        assertThat(taken).withFailMessage("""
                        %s
                        Expected %s to be taken, each once and in some order, but it was %s.
                        Look at the elements, and change them, under one lock.""", when, List.of(elements), taken).containsExactlyInAnyOrder(elements);
    }
}

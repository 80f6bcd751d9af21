package asyncjava.queue.exercise.bounded;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.queue.exercise.AnswerThreads;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.OtherThreads;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Pausing;
import asyncjava.testkit.schedule.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by who waits once all threads have come to rest. At the end several come at once, on many
/// schedules.
@Exercise
final class BoundedQueueTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final int ROOM = 2;
    private static final List<Integer> OTHER_ROOMS = List.of(1, 3, 100);
    /// What comes of a put.
    private static final String PUT = "nothing";

    /// A thread that may wait is not seen to do so only because the machine has not let it run.
    private static final int MOST_LOOKS = 5_000;
    private static final Set<Thread.State> REST = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    private final OtherThreads others = OtherThreads.watch();
    private final AnswerThreads itsThreads = AnswerThreads.watch(BoundedQueue.class);
    private final BoundedQueue<String> queue = new BoundedQueue<>(ROOM);
    private final List<Caller<?>> callers = new ArrayList<>();

    @AfterEach
    void stop() {
        callers.forEach(Caller::close);
    }

    @Test
    @Order(1)
    void elementsLeaveInTheOrderInWhichTheyCame() throws InterruptedException {
        List<String> taken = new ArrayList<>();
        putWithoutWaiting("a");
        putWithoutWaiting("b");
        hasSize(2, "\"a\" and \"b\" were put in");
        taken.add(takeWithoutWaiting());
        putWithoutWaiting("c");
        taken.add(takeWithoutWaiting());
        taken.add(takeWithoutWaiting());

        assertThat(taken).withFailMessage("""
                        "a", "b" and "c" were put in, in this order, and %s were taken.
                        First in, first out: add at one end, and remove at the other.""", taken).containsExactly("a", "b", "c");
        hasSize(0, "all elements were taken");

        settle();
        assertThat(itsThreads.names())
                .withFailMessage(() -> """
                        All calls have returned, and a thread of yours is left: %s.
                        Nobody could ever end it, since a queue has no end. Have those who put and take do the work. A daemon
                        thread is a thread too.""".formatted(itsThreads.names().collect(Collectors.joining(", "))))
                .isEmpty();
    }

    @Test
    @Order(2)
    void aProducerWaitsWhileTheQueueIsFull() throws InterruptedException {
        fill();
        Caller<?> producer = put("c");
        waits(producer, () -> """
                The queue has room for two and is full. Expected a third put to wait until there is room, but it %s.
                %s""".formatted(howItEnded(producer), size() > ROOM ? """
                Three elements are in now. A queue without a limit grows as long as takers are slower, until the memory is full.""" : """
                Its element is not in, and is lost. Wait for room, and only then add: offer() does not wait, and neither does a
                sink, which drops what finds no room."""));
        hasSize(ROOM, "a third producer waits");

        List<String> taken = new ArrayList<>(List.of(takeWithoutWaiting()));
        producer.result("""
                An element was taken from the full queue, so that there is room, but the producer that waits there was not told.""");
        taken.add(takeWithoutWaiting());
        taken.add(takeWithoutWaiting());
        assertThat(taken).withFailMessage("""
                        "a" and "b" were in, "c" had to wait for room, and %s were taken.
                        What finds no room is not dropped, and drops nothing else: its producer waits.""", taken).containsExactly("a", "b", "c");

        for (int room : OTHER_ROOMS) {
            holds(room);
        }
    }

    @Test
    @Order(3)
    void aTakerWaitsWhileTheQueueIsEmpty() throws InterruptedException {
        Caller<String> taker = take();
        waits(taker, () -> """
                The queue is empty. Expected take to wait until there is an element, but it %s.""".formatted(howItEnded(taker)));

        putWithoutWaiting("a");
        String taken = taker.result("An element was put in, but the taker that waits there was not told.");
        assertThat(taken)
                .withFailMessage(
                        "\"a\" was put in while a taker waited. Expected it to get \"a\", but it got %s.", taken)
                .isEqualTo("a");
        hasSize(0, "the only element went to a taker who waited for it");
    }

    @Test
    @Order(4)
    void aProducerWhoIsInterruptedLeavesNothingBehind() throws InterruptedException {
        fill();
        Caller<?> producer = put("interrupted");
        settle();
        interrupted(producer);

        String after = "The queue was full, and a producer that waited for room was interrupted.";
        List<String> taken = new ArrayList<>(List.of(takeWithoutWaiting(), takeWithoutWaiting()));
        if (size() > 0) {
            taken.add(takeWithoutWaiting());
        }
        assertThat(taken).withFailMessage("""
                        %s Then %s were taken.
                        Who gives up puts nothing in: where its element waits in a list of its own, take it out of there.""", after, taken).containsExactly("a", "b");
        isWhole(after);
    }

    @Test
    @Order(5)
    void aTakerWhoIsInterruptedLeavesNothingBehind() throws InterruptedException {
        Caller<String> gone = take();
        settle();
        interrupted(gone);

        String after = "The queue was empty, and a taker that waited for an element was interrupted.";
        putWithoutWaiting("a");
        assertThat(size()).withFailMessage("""
                        %s Then "a" was put in, and the queue is empty still.
                        Whoever gives up has to leave the list of those who wait, or the next element is handed to nobody.""", after).isEqualTo(1);
        takeWithoutWaiting();
        isWhole(after);
    }

    @Test
    @Order(6)
    void nobodyIsLeftWaitingWhoCouldGoOn() throws ReflectiveOperationException {
        String what = "Three producers and three takers came at the same moment, each twice. Room was for %s.";
        explore(what.formatted("one"), BoundedQueueOnSchedules.OnePlace.class);
        explore(what.formatted("two"), BoundedQueueOnSchedules.TwoPlaces.class);
    }

    @Test
    @Order(7)
    void nothingIsLostToOneWhoIsInterruptedAtThatMoment() throws ReflectiveOperationException {
        explore("""
                One of two producers was interrupted, perhaps at the very moment at which there was room for it. Whoever gives up
                has to look whether it was given something meanwhile, and keep it, or give it back with all that it had acquired
                before. A finally block gives back what was acquired before its try, and nothing else.""", BoundedQueueOnSchedules.AProducerIsInterrupted.class);
        explore("""
                One of two takers was interrupted, perhaps at the very moment at which there was an element for it. Whoever gives
                up has to look whether it was given something meanwhile, and keep it, or give it back with all that it had
                acquired before. A finally block gives back what was acquired before its try, and nothing else.""", BoundedQueueOnSchedules.ATakerIsInterrupted.class);
        explore("""
                One waited alone, and was interrupted when it could go on: in one round sooner, in the next one later.""", BoundedQueueOnSchedules.OneIsInterruptedInEachRound.class);
    }

    private static void explore(String what, Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        try {
            SCHEDULES.each(Pausing.atFieldsAndCalls(scenario));
        } catch (AssertionError e) {
            throw new AssertionError(what + "\n\n" + e.getMessage(), e);
        }
    }

    private <T> Caller<T> call(Callable<T> code) {
        Caller<T> caller = Caller.of(code);
        callers.add(caller);
        return caller;
    }

    private Caller<?> put(String element) {
        return call(() -> {
            queue.put(element);
            return PUT;
        });
    }

    private Caller<String> take() {
        return call(queue::take);
    }

    private void putWithoutWaiting(String element) throws InterruptedException {
        put(element).result("There is room, and nothing to wait for.", "There is room: put the element in.");
    }

    private String takeWithoutWaiting() throws InterruptedException {
        return take().result("There is an element, and nothing to wait for.", "There is an element: take it out.");
    }

    private void fill() throws InterruptedException {
        putWithoutWaiting("a");
        putWithoutWaiting("b");
    }

    private void hasSize(int expected, String when) {
        int size = size();
        assertThat(size)
                .withFailMessage("Expected the size to be %d when %s, but it was %d.", expected, when, size)
                .isEqualTo(expected);
    }

    private int size() {
        try {
            return call(queue::size).result("""
                    size() waits for nobody, not even for a lock that is held by somebody who waits for room or for an element:
                    await() of a condition and wait() give up their lock meanwhile, put() and acquire() do not.""");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// That a new queue takes so many elements, and then one more when the first is gone.
    private void holds(int room) throws InterruptedException {
        BoundedQueue<Integer> other = new BoundedQueue<>(room);
        Caller<?> producer = call(() -> {
            for (int i = 1; i <= room; i++) {
                other.put(i);
            }
            return PUT;
        });
        String made = "A queue was made with room for %d.".formatted(room);
        producer.result(made + " Fewer are in, and a put waits: there is room for less than that.");
        Caller<?> oneMore = call(() -> {
            other.put(room + 1);
            return PUT;
        });
        waits(oneMore, () -> """
                %s So many are in, and one more came. Expected it to wait, but it %s.
                How many there is room for is what the constructor was given, be it 1, or no power of two.""".formatted(made, howItEnded(oneMore)));
        Caller<List<Integer>> taker = call(() -> {
            List<Integer> taken = new ArrayList<>();
            for (int i = 0; i <= room; i++) {
                taken.add(other.take());
            }
            return taken;
        });
        List<Integer> taken = taker.result(made + " It was full, one more waited, and not all of them could be taken.");
        assertThat(taken)
                .withFailMessage(
                        "%s The numbers from 1 to %d were put in, in this order, and taken were:%n  %s",
                        made, room + 1, taken)
                .isEqualTo(IntStream.rangeClosed(1, room + 1).boxed().toList());
    }

    private void settle() throws InterruptedException {
        others.awaitRest();
    }

    private void waits(Caller<?> caller, Supplier<String> otherwise) throws InterruptedException {
        for (int look = 0; !caller.isWaitingOrEnded() && look < MOST_LOOKS; look++) {
            Thread.sleep(1);
        }
        assertThat(caller.isWaitingOrEnded()).withFailMessage("""
                        There is nothing to do for a thread but to wait, and it never rests: it looks again and again, which
                        keeps a whole processor busy. Wait with something that wakes it: a condition, a semaphore, a future.""").isTrue();
        settle();
        assertThat(caller.isDone()).withFailMessage(otherwise).isFalse();
        assertThat(statesOfThoseWhoWait()).withFailMessage("""
                        There is nothing to do for a thread but to wait, and it waits for a time to be over: it sleeps, or has set a
                        limit. Then it looks again, for nothing, or gives up. Wait without a limit, with something that wakes it: a
                        condition, a semaphore, a future.""").doesNotContain(Thread.State.TIMED_WAITING);
    }

    /// Those of one who sleeps again and again, at a moment at which it sleeps.
    private Set<Thread.State> statesOfThoseWhoWait() throws InterruptedException {
        Set<Thread.State> states = itsThreads.states();
        for (int look = 0; !REST.containsAll(states) && look < MOST_LOOKS; look++) {
            Thread.sleep(1);
            states = itsThreads.states();
        }
        return states;
    }

    private static String howItEnded(Caller<?> caller) {
        try {
            Object result = caller.result();
            return result == PUT ? "returned" : "returned " + result;
        } catch (AssertionError e) {
            return "threw " + e.getCause();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void interrupted(Caller<?> waiting) throws InterruptedException {
        waiting.interrupt();
        Throwable thrown = waiting.failure("""
                The thread that waits there was interrupted, which asks it to give up, and goes on waiting. join() and
                awaitUninterruptibly() do not hear an interrupt, and whoever catches one must not wait again.""", """
                The thread that waited was interrupted, which asks it to give up: let the InterruptedException go to the
                caller, who cannot know otherwise that nothing was done.""");
        assertThat(Stream.iterate(thrown, Objects::nonNull, Throwable::getCause))
                .withFailMessage("""
                        A thread that waited was interrupted. Expected an InterruptedException, or one among the causes of what is
                        thrown, but it was
                          %s""", thrown)
                .anyMatch(InterruptedException.class::isInstance);
    }

    /// That the empty queue has as much room as at the beginning.
    private void isWhole(String after) throws InterruptedException {
        hasSize(0, "all else had been taken");
        List<Caller<?>> producers = new ArrayList<>();
        for (String element : List.of("d", "e", "f")) {
            producers.add(put(element));
            settle();
        }
        long in = producers.stream().filter(Caller::isDone).count();
        assertThat(in)
                .withFailMessage("""
                        %s
                        Then the queue was emptied, and three more elements came. Expected room for two of them, but there %s.
                        Who gives up has taken no place and no element, and has none to give back: a release() in a finally block
                        is also run where the acquire() in that try was interrupted.""", after, in == 1 ? "was one" : "were " + in)
                .isEqualTo(ROOM);
    }
}

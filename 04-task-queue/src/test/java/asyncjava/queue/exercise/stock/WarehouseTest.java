package asyncjava.queue.exercise.stock;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.queue.exercise.AnswerThreads;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.OtherThreads;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Pausing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: the warehouse is one itself, and a test looks when all threads have come to rest. At
/// the end several come at once, on many schedules.
@Exercise
final class WarehouseTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));

    private static final String OPEN = "It is open, and all that this customer wants is on the shelf: who tells it?";
    private static final String ON_ITS_BEHALF = """
            Pieces that are missing were taken on its behalf, after it had given up. Whoever gives up has to leave the list of
            those who wait, or cancel what waits for it: to stop waiting for a future cancels nothing. And whoever serves has to
            look whether the other still waits, before it takes anything from the shelf.""";

    private final OtherThreads others = OtherThreads.watch();
    private final AnswerThreads itsThreads = AnswerThreads.watch(Warehouse.class);
    private final Warehouse warehouse = new Warehouse();
    private final List<Caller<String>> customers = new ArrayList<>();

    @AfterEach
    void stop() {
        customers.forEach(Caller::close);
    }

    @Test
    @Order(1)
    void goodsComeByTheStoreRoomToTheShelf() throws InterruptedException {
        open();
        does(() -> warehouse.deliver(5));
        stockIs(5, 0, "5 pieces were delivered");
        restock(3, 3);
        stockIs(2, 3, "3 of 5 pieces were moved to the shelf");
        restock(9, 2);
        stockIs(0, 5, "9 pieces were to be moved to the shelf, and 2 were left to move");
        goesOn(take(4), OPEN);
        stockIs(0, 1, "4 of 5 pieces were taken from the shelf");

        others.awaitRest();
        assertThat(itsThreads.names())
                .withFailMessage(() -> """
                        All calls have returned, and a thread of yours is left: %s.
                        Nobody could ever end it: a warehouse has no end, and its close() is something else. Have those who call do
                        the work. A daemon thread is a thread too.""".formatted(itsThreads.names().collect(Collectors.joining(", "))))
                .isEmpty();
    }

    @Test
    @Order(2)
    void aTakeWaitsUntilAllItWantsIsThere() throws InterruptedException {
        open();
        putOnTheShelf(2);
        var three = take(3);
        waits(three, "two pieces are on the shelf, and it wants three", "");
        assertThat(stock().shelf()).withFailMessage("""
                        Two pieces were on the shelf. Somebody who wants three took some pieces while it waits for the rest: there
                        are %d now. Two who do so may wait for each other for ever. Wait until all are there, and take them at once.""", stock().shelf()).isEqualTo(2);
        putOnTheShelf(1);
        goesOn(three, OPEN);

        var one = take(2);
        var other = take(2);
        putOnTheShelf(2);
        assertThat(one.isDone() && other.isDone() || stock().shelf() < 0)
                .withFailMessage("""
                        Two customers wanted two pieces each, and two pieces came. Both went on. Now the shelf holds %d.
                        To be woken is not to be served: another may have been quicker. Look again, in a while loop.""", stock().shelf())
                .isFalse();
        putOnTheShelf(2);
        goesOn(one, OPEN);
        goesOn(other, OPEN);
    }

    @Test
    @Order(3)
    void takesWaitWhileItIsClosed() throws InterruptedException {
        putOnTheShelf(3);
        var one = take(1);
        var other = take(1);
        waits(one, "it has not been opened yet", "");
        open();
        goesOn(one, OPEN);
        goesOn(other, OPEN);

        does(warehouse::close);
        var late = take(1);
        waits(late, "it has been opened, and closed again", """
                A CountDownLatch opens once, and stays open, as a future does that is completed. What closes again is a field
                that is looked at under the lock, each time before goods are taken.""");
        open();
        goesOn(late, OPEN);

        var early = take(1);
        does(warehouse::close);
        putOnTheShelf(1);
        waits(early, "it was closed while this customer waited for goods, and then the goods came", """
                Whoever has waited for the one may find that the other has changed meanwhile. Look at both in one loop, under
                one lock, until both are as they should be.""");
        open();
        goesOn(early, OPEN);

        open();
        does(warehouse::close);
        var last = take(1);
        putOnTheShelf(1);
        waits(last, "it was opened twice, and then closed", """
                Whether it is open is a yes or a no, not a number: to open what is open changes nothing, and the next close()
                closes it. The permits of a Semaphore add up, as does a count.""");
        does(warehouse::close);
        open();
        goesOn(last, "It was closed twice, and then opened, and all that this customer wants is on the shelf.");
    }

    @Test
    @Order(4)
    void whoeverCanGoOnGoesOn() throws InterruptedException {
        open();
        var large = take(5);
        var small = take(1);
        var another = take(1);
        putOnTheShelf(2);
        if (hangs(small) || hangs(another)) {
            String state = small.isDone() || another.isDone() ? "one of these waits still" : "both wait still";
            for (int i = 0; i < customers.size(); i++) {
                open();
            }
            boolean toldLater = small.isDone() && another.isDone();
            throw new AssertionError("""
                    One wants five pieces, and after it two have come who want one each. Two pieces are there, and %s.
                    %s""".formatted(state, toldLater ? """
                    When open() was called again, they went on: they had not been told. signal() and notify() wake one, perhaps one
                    who cannot go on, while another who could sleeps. Wake all, and let each look for itself.""" : """
                    A line has formed behind one who wants more: a Semaphore has such a line for acquire(5), and a queue where only
                    the first is looked at. Look at all who wait."""));
        }
        putOnTheShelf(5);
        goesOn(large, OPEN);
    }

    @Test
    @Order(5)
    void whoIsInterruptedHasTakenNothing() throws InterruptedException {
        putOnTheShelf(1);
        isInterrupted(take(1), "for the next open()");
        open();
        others.awaitRest();
        stockIs(0, 1, "One who waited for the next open() was interrupted, and then it was opened", ON_ITS_BEHALF);

        isInterrupted(take(3), "for goods");
        putOnTheShelf(4);
        stockIs(0, 5, "One who waited for goods was interrupted, and then the goods came", ON_ITS_BEHALF);
    }

    @Test
    @Order(6)
    void nobodySeesGoodsInNeitherPlaceOrInBoth() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(WarehouseOnSchedules.GoodsAreMoved.class));
    }

    @Test
    @Order(7)
    void nobodyIsForgottenAndNothingIsTakenWhileClosed() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(WarehouseOnSchedules.OneComes.class));
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(WarehouseOnSchedules.ManyCome.class));
    }

    @Test
    @Order(8)
    void noGoodsAreLostToOneWhoLeavesAtThatMoment() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(WarehouseOnSchedules.OneIsInterrupted.class));
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(WarehouseOnSchedules.AnotherWaitsToo.class));
    }

    /// Begins to take, and waits until that has done what there is to do.
    private Caller<String> take(int pieces) throws InterruptedException {
        Caller<String> customer = Caller.of(() -> {
            warehouse.take(pieces);
            return "take(%d) is over".formatted(pieces);
        });
        customers.add(customer);
        others.awaitRest();
        return customer;
    }

    private static void goesOn(Caller<String> customer, String whenItHangs) throws InterruptedException {
        customer.result(whenItHangs);
    }

    private static boolean hangs(Caller<String> customer) throws InterruptedException {
        try {
            customer.result();
            return false;
        } catch (AssertionError e) {
            if (customer.isDone()) {
                throw e;
            }
            return true;
        }
    }

    private static void waits(Caller<String> customer, String why, String advice) throws InterruptedException {
        if (customer.isDone()) {
            throw new AssertionError("Expected take() to wait, since %s.\nBut: %s.\n%s"
                    .formatted(why, customer.result(), advice)
                    .stripTrailing());
        }
    }

    private static void isInterrupted(Caller<String> customer, String whatFor) throws InterruptedException {
        customer.interrupt();
        Throwable thrown = customer.failure("""
                The thread that waits there was interrupted, and goes on waiting. await(), wait() and get() hear an interrupt,
                join() and acquireUninterruptibly() do not; and whoever catches it must not go on.""", """
                The thread that waited there was interrupted, which asks it to give up: throw.""");
        assertThat(Stream.iterate(thrown, Objects::nonNull, Throwable::getCause))
                .withFailMessage("""
                        The thread that waited %s was interrupted. Expected an InterruptedException, or one among the
                        causes of what is thrown, but it was
                          %s""", whatFor, thrown)
                .anyMatch(InterruptedException.class::isInstance);
    }

    private void restock(int pieces, int expected) throws InterruptedException {
        int moved = returned(() -> warehouse.restock(pieces));
        assertThat(moved)
                .withFailMessage(
                        "Expected restock(%d) to return %d, which is how many there are to move, but it returned %d.",
                        pieces, expected, moved)
                .isEqualTo(expected);
    }

    /// And waits until all who were told have done what there is to do.
    private void putOnTheShelf(int pieces) throws InterruptedException {
        does(() -> warehouse.deliver(pieces));
        restock(pieces, pieces);
        others.awaitRest();
    }

    private void open() throws InterruptedException {
        does(warehouse::open);
        others.awaitRest();
    }

    private Stock stock() throws InterruptedException {
        return returned(warehouse::stock);
    }

    private void stockIs(int store, int shelf, String when) throws InterruptedException {
        stockIs(store, shelf, when, "");
    }

    private void stockIs(int store, int shelf, String when, String advice) throws InterruptedException {
        Stock expected = new Stock(store, shelf);
        Stock stock = stock();
        assertThat(stock)
                .withFailMessage(
                        () -> """
                        %s. Expected the stock to be
                          %s,
                        but it is
                          %s.
                        %s""".formatted(
                                when,
                                WarehouseOnSchedules.inWords(expected),
                                WarehouseOnSchedules.inWords(stock),
                                advice).stripTrailing())
                .isEqualTo(expected);
    }

    private static void does(Runnable call) throws InterruptedException {
        returned(Executors.callable(call));
    }

    /// All but take return at once.
    private static <T> T returned(Callable<T> call) throws InterruptedException {
        try (Caller<T> caller = Caller.of(call)) {
            return caller.result("""
                    It has nothing to wait for but a lock, and somebody holds that for ever. Whoever waits must not hold a lock
                    that the others need: await() of a Condition of that lock, and wait(), give it up meanwhile; await() of a
                    latch, get() of a future and acquire() of a semaphore do not.""");
        }
    }
}

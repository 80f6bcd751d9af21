package asyncjava.queue.exercise.stock;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.List;

/// Several callers of one warehouse, for an explorer to try in any order.
final class WarehouseOnSchedules {

    /// So many that others come meanwhile.
    private static final int PAUSES = 8;
    private static final int LOOKS = 3;
    /// Virtual time goes on only where nobody else can.
    private static final Duration UNTIL_ALL_WAIT = Duration.ofNanos(1);

    private final Warehouse warehouse = new Warehouse();

    private WarehouseOnSchedules(int pieces) {
        warehouse.deliver(pieces);
    }

    /// Two move goods, one brings more, and one looks.
    static final class GoodsAreMoved implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            WarehouseOnSchedules two = new WarehouseOnSchedules(2);
            Started<?> looks = schedule.run("looks", two::lookAround);
            Started<Integer> one = schedule.start("moves", () -> two.warehouse.restock(2));
            Started<Integer> other = schedule.start("moves too", () -> two.warehouse.restock(2));
            schedule.run("delivers", () -> two.warehouse.deliver(1)).result();
            looks.result();
            int moved = one.result() + other.result();
            Stock stock = two.warehouse.stock();
            areNotMovedTwice(stock);
            assertThat(stock).withFailMessage("""
                            3 pieces were delivered, %d were moved to the shelf, and none was taken. Then the stock is
                              %s.
                            Where two threads change a number at the same moment, one of the changes may be lost: change it
                            under the lock under which others look at it.""", moved, inWords(stock)).isEqualTo(new Stock(3 - moved, moved));
        }
    }

    /// Somebody comes when it opens, and again when goods come.
    static final class OneComes implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            WarehouseOnSchedules two = new WarehouseOnSchedules(2);
            two.warehouse.restock(1);
            schedule.together(() -> two.warehouse.take(1), two.warehouse::open);
            schedule.together(() -> two.warehouse.take(1), () -> two.warehouse.restock(1));
        }
    }

    /// Three customers come, the goods come piece by piece, and it opens, closes and opens again.
    static final class ManyCome implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            WarehouseOnSchedules six = new WarehouseOnSchedules(6);
            List<Started<?>> all = List.of(
                    schedule.run("three", () -> six.warehouse.take(3)),
                    schedule.run("two", () -> six.warehouse.take(2)),
                    schedule.run("one", () -> six.warehouse.take(1)),
                    schedule.run("restocks", () -> six.restockPieceByPiece(6)),
                    schedule.run("opens", six::openAndCloseAndOpen));
            for (Started<?> each : all) {
                each.result();
            }
            Stock stock = six.warehouse.stock();
            assertThat(stock).withFailMessage("""
                            6 pieces were delivered, moved to the shelf and taken. Then the stock is
                              %s.
                            Between the look at the shelf and the taking another may come: do both in one step, under one lock.""", inWords(stock)).isEqualTo(new Stock(0, 0));
        }
    }

    /// One waits, and is interrupted while the goods come.
    static final class OneIsInterrupted implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            WarehouseOnSchedules two = new WarehouseOnSchedules(2);
            two.warehouse.open();
            boolean taken = two.oneIsInterrupted(schedule);
            Stock stock = two.warehouse.stock();
            assertThat(stock)
                    .withFailMessage("""
                            One waited for two pieces, and was interrupted when they came. take(2) has %s.
                            Then the stock is %s.
                            Goods may be handed over at the very moment at which the one who waits for them gives up. Whoever gives
                            up has to look whether it was served meanwhile, and then return, or put the goods back. remove() of a
                            list and cancel() of a future say by what they return who was quicker.""", taken ? "returned" : "thrown", inWords(stock))
                    .isEqualTo(new Stock(0, taken ? 0 : 2));
        }
    }

    /// The same while another waits for as much, which goes on if the first does not.
    static final class AnotherWaitsToo implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            WarehouseOnSchedules four = new WarehouseOnSchedules(4);
            four.warehouse.open();
            Started<?> another = schedule.run("another", () -> four.warehouse.take(2));
            if (four.oneIsInterrupted(schedule)) {
                four.warehouse.restock(2);
            }
            another.result();
        }
    }

    /// Whether it has taken two pieces, in the end, and not given up.
    private boolean oneIsInterrupted(Schedule schedule) throws InterruptedException {
        Started<Boolean> one = schedule.start("one", this::hasTakenTwo);
        schedule.time().sleep(UNTIL_ALL_WAIT);
        Started<?> restocks = schedule.run("restocks", () -> warehouse.restock(2));
        for (int i = 0; i < PAUSES; i++) {
            Schedule.pause();
        }
        one.interrupt();
        restocks.result();
        return one.result();
    }

    private boolean hasTakenTwo() {
        try {
            warehouse.take(2);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    private void lookAround() {
        for (int i = 0; i < LOOKS; i++) {
            Stock stock = warehouse.stock();
            areNotMovedTwice(stock);
            assertThat(stock.store() + stock.shelf())
                    .withFailMessage("""
                            There are 2 pieces, or 3 when one more has been delivered, and none is taken. Somebody looked while others
                            moved some of them, and saw
                              %s.
                            Two fields that belong together are changed and looked at under one lock: two atomics are two steps,
                            and somebody may look between them.""", inWords(stock))
                    .isBetween(2, 3);
        }
    }

    private static void areNotMovedTwice(Stock stock) {
        assertThat(stock.store()).withFailMessage("""
                        Two moved goods at the same moment, and then the stock was
                          %s.
                        Between the look at how many there are and the moving another may come, who moves the same: do both in one
                        step, under one lock.""", inWords(stock)).isNotNegative();
    }

    private void restockPieceByPiece(int pieces) {
        for (int i = 0; i < pieces; i++) {
            warehouse.restock(1);
        }
    }

    private void openAndCloseAndOpen() {
        warehouse.open();
        Schedule.pause();
        warehouse.close();
        Stock before = warehouse.stock();
        for (int i = 0; i < PAUSES; i++) {
            Schedule.pause();
        }
        Stock after = warehouse.stock();
        warehouse.open();
        assertThat(after.store() + after.shelf())
                .withFailMessage("""
                        close() had returned, and the stock was %s.
                        A while later, and still closed, it was %s.
                        Between a look whether it is open and the taking somebody may close it: do both in one step, under the lock
                        under which it is closed.""", inWords(before), inWords(after))
                .isEqualTo(before.store() + before.shelf());
    }

    static String inWords(Stock stock) {
        return "%d in the store room and %d on the shelf".formatted(stock.store(), stock.shelf());
    }
}

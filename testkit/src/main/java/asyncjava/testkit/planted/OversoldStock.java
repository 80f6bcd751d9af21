package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.util.concurrent.atomic.AtomicInteger;

/// One piece is left, and two customers buy it: both see that there is one, both pay, and the stock falls
/// below zero. That the number is atomic does not help, for between the look and the taking there is the
/// payment. Look and take in one step, and pay for what was taken.
final class OversoldStock implements PlantedBug {

    private interface Sale {
        boolean buy(AtomicInteger stock);
    }

    @Override
    public String verdict() {
        return "[left in stock]";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, OversoldStock::payAndTake);
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, OversoldStock::takeAndPay);
    }

    private static void check(Schedule schedule, Sale sale) throws InterruptedException {
        AtomicInteger stock = new AtomicInteger(1);
        schedule.together(() -> sale.buy(stock), () -> sale.buy(stock));
        assertThat(stock.get()).as("left in stock").isZero();
    }

    private static boolean payAndTake(AtomicInteger stock) {
        if (stock.get() == 0) {
            return false;
        }
        pay();
        stock.decrementAndGet();
        return true;
    }

    private static boolean takeAndPay(AtomicInteger stock) {
        int before = stock.getAndUpdate(left -> left == 0 ? 0 : left - 1);
        if (before == 0) {
            return false;
        }
        pay();
        return true;
    }

    /// Takes its time.
    private static void pay() {
        Schedule.pause();
    }
}

package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;

/// Money goes from one account to the other, and their sum must stay the same. Each account is an
/// atomic of its own; who adds them up between the two changes finds that money is missing. What
/// belongs together is one value, replaced in one step.
@NullUnmarked
final class TwoAtomics implements PlantedBug {

    private interface Savings {
        void save(int amount);

        int total();
    }

    @Override
    public String verdict() {
        return "expected: 100\n but was: 70";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, Savings savings) throws InterruptedException {
        schedule.together(
                () -> savings.save(30), () -> assertThat(savings.total()).isEqualTo(100));
    }

    /// A log, which takes its time.
    private static void log() {
        Schedule.pause();
    }

    private static final class Broken implements Savings {

        private final AtomicInteger wallet = new AtomicInteger(100);
        private final AtomicInteger piggyBank = new AtomicInteger();

        @Override
        public void save(int amount) {
            wallet.addAndGet(-amount);
            log();
            piggyBank.addAndGet(amount);
        }

        @Override
        public int total() {
            return wallet.get() + piggyBank.get();
        }
    }

    private static final class Corrected implements Savings {

        private record Money(int wallet, int piggyBank) {}

        private final AtomicReference<Money> money = new AtomicReference<>(new Money(100, 0));

        @Override
        public void save(int amount) {
            money.updateAndGet(now -> new Money(now.wallet() - amount, now.piggyBank() + amount));
            log();
        }

        @Override
        public int total() {
            Money now = money.get();
            return now.wallet() + now.piggyBank();
        }
    }
}

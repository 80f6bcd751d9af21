package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;

/// A display registers itself in its constructor, and only then reads its currency. A price that
/// arrives meanwhile meets a display that is not complete, whose `final` field is still null.
/// Whoever hands an object to others does it last, when nothing is missing any more.
final class EscapingThis implements PlantedBug {

    @Override
    public String verdict() {
        return "12 null";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        Prices prices = new Prices();
        List<String> screen = new CopyOnWriteArrayList<>();
        check(schedule, prices, screen, () -> new Broken(prices, screen));
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        Prices prices = new Prices();
        List<String> screen = new CopyOnWriteArrayList<>();
        check(schedule, prices, screen, () -> new Corrected(prices, screen));
    }

    private static void check(Schedule schedule, Prices prices, List<String> screen, Schedule.Code open)
            throws InterruptedException {
        schedule.together(open, () -> prices.publish(12));
        assertThat(screen).isSubsetOf("12 EUR");
    }

    private static String readCurrency() {
        Schedule.pause();
        return "EUR";
    }

    private static final class Prices {

        private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();

        void register(IntConsumer listener) {
            listeners.add(listener);
        }

        void publish(int price) {
            listeners.forEach(listener -> listener.accept(price));
        }
    }

    private static final class Broken implements IntConsumer {

        private final List<String> screen;
        private final String currency;

        Broken(Prices prices, List<String> screen) {
            this.screen = screen;
            prices.register(this);
            currency = readCurrency();
        }

        @Override
        public void accept(int price) {
            screen.add(price + " " + currency);
        }
    }

    private static final class Corrected implements IntConsumer {

        private final List<String> screen;
        private final String currency;

        Corrected(Prices prices, List<String> screen) {
            this.screen = screen;
            currency = readCurrency();
            prices.register(this);
        }

        @Override
        public void accept(int price) {
            screen.add(price + " " + currency);
        }
    }
}

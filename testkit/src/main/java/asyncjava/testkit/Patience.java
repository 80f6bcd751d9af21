package asyncjava.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How long a test waits for what other threads are about to do.
///
/// It is a net and no measurement: right code never comes near it on the busiest machine, and only a test that
/// is going to fail waits it out. `-Dasyncjava.patience=PT5S` shortens it where many wrong answers are judged.
record Patience(Duration limit) {

    static final Patience DEFAULT = new Patience(Duration.parse(System.getProperty("asyncjava.patience", "PT10S")));

    /// Waits on a condition, whose lock the caller holds, until something has become true.
    ///
    /// @throws AssertionError when it has not within the limit; the message is made then
    void await(Condition changed, BooleanSupplier reached, Supplier<String> message) throws InterruptedException {
        long left = limit.toNanos();
        while (!reached.getAsBoolean()) {
            if (left <= 0) {
                throw new AssertionError(message.get());
            }
            left = changed.awaitNanos(left);
        }
    }

    String inWords() {
        return InWords.of(limit);
    }
}

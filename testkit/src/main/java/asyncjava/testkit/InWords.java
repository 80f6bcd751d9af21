package asyncjava.testkit;

import java.math.BigDecimal;
import java.time.Duration;

/// A duration as a message says it: `1.5 s`, `300 ms`.
final class InWords {

    private InWords() {}

    static String of(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0 || nanos >= 1_000_000_000) {
            return decimal(nanos, 9) + " s";
        }
        return nanos >= 1_000_000 ? decimal(nanos, 6) + " ms" : nanos + " ns";
    }

    private static String decimal(long unscaled, int digits) {
        return BigDecimal.valueOf(unscaled, digits).stripTrailingZeros().toPlainString();
    }
}

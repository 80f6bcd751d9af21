package asyncjava.requests;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers of bytes as people read them.
final class Sizes {

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Sizes() {}

    /// Three digits and a unit of 1000: `12 B`, `1.23 kB`, `20 MB`.
    static String format(long bytes) {
        BigDecimal value = BigDecimal.valueOf(bytes).round(THREE_DIGITS);
        int unit = 0;
        while (unit < UNITS.length - 1 && value.compareTo(BigDecimal.valueOf(1000)) >= 0) {
            value = value.movePointLeft(3).round(THREE_DIGITS);
            unit++;
        }
        return value.stripTrailingZeros().toPlainString() + " " + UNITS[unit];
    }
}

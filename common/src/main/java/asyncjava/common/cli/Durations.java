package asyncjava.common.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write and read them.
public final class Durations {

    // The digits are bounded so that no input is large enough to be slow.
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?) ?(ns|us|µs|μs|ms|s|m|min|h)");
    private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Map<String, Duration> UNITS = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1_000),
            "µs", Duration.ofNanos(1_000),
            "μs", Duration.ofNanos(1_000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    private Durations() {}

    /// Three significant digits below a minute (`850 µs`, `302 ms`, `3.02 s`, `2 s`), two units from there on
    /// (`1 min 5 s`, `27 h 46 min`); zeros that say nothing are left away.
    public static String format(Duration duration) {
        if (duration.isZero()) {
            return "0 ms";
        }
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        BigDecimal value = seconds.movePointRight(9);
        for (String unit : List.of("ns", "µs", "ms", "s")) {
            // Rounded first: 999.6 ms is one second, not 1000 ms.
            BigDecimal rounded = value.round(THREE_DIGITS);
            if (rounded.compareTo(unit.equals("s") ? MINUTE : THOUSAND) < 0) {
                return rounded.stripTrailingZeros().toPlainString() + " " + unit;
            }
            value = value.movePointLeft(3);
        }
        long wholeSeconds = seconds.setScale(0, RoundingMode.HALF_UP).longValue();
        if (wholeSeconds < 3600) {
            return two(wholeSeconds / 60, "min", wholeSeconds % 60, "s");
        }
        long minutes = seconds.divide(MINUTE, 0, RoundingMode.HALF_UP).longValue();
        return two(minutes / 60, "h", minutes % 60, "min");
    }

    /// The same in characters that the terminal can show: `850 us` where it is limited to ASCII.
    public static String format(Duration duration, Terminal terminal) {
        String text = format(duration);
        return terminal.unicode() ? text : text.replace('µ', 'u');
    }

    /// Reads a number with its unit: `250us`, `300ms`, `2s`, `1.5m`, `2h`.
    ///
    /// @throws IllegalArgumentException for anything else, in words that can be shown to whoever typed it
    public static Duration parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "got \"%s\"; accepted: a number with a unit, such as 300ms, 2s or 1.5m".formatted(text));
        }
        Duration unit = Objects.requireNonNull(UNITS.get(written.group(2)));
        BigDecimal nanos = new BigDecimal(written.group(1))
                .multiply(BigDecimal.valueOf(unit.toNanos()))
                .setScale(0, RoundingMode.HALF_UP);
        // Beyond this Duration.toNanos() throws, far away from the option that was mistyped.
        if (nanos.compareTo(MOST_NANOS) > 0) {
            throw new IllegalArgumentException("got \"%s\"; accepted: up to 2562047h, or 292 years".formatted(text));
        }
        return Duration.ofNanos(nanos.longValueExact());
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}

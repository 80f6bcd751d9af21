package asyncjava.common.report;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The line under the bars: zero, the end, and round times between them where there is room.
final class TimeAxis {

    private static final int GAP = 3;

    private TimeAxis() {}

    static String draw(Duration length, int cells, Terminal terminal) {
        String end = Durations.format(length, terminal) + (terminal.unicode() ? " ┤" : " |");
        String tick = terminal.unicode() ? "├ " : "| ";
        String zero = tick + "0";
        if (cells <= zero.length() + end.length()) {
            return " ".repeat(Math.max(0, cells - end.length())) + Printable.cut(end, cells, terminal);
        }
        StringBuilder line = new StringBuilder(zero);
        for (Duration moment : ticks(length, Math.max(1, cells / 16))) {
            int cell = (int) Math.round((double) moment.toNanos() / length.toNanos() * cells);
            String label = tick + Durations.format(moment, terminal);
            if (cell >= line.length() + GAP && cell + label.length() + GAP <= cells - end.length()) {
                line.repeat(' ', cell - line.length()).append(label);
            }
        }
        return line.repeat(' ', cells - end.length() - line.length())
                .append(end)
                .toString();
    }

    /// Round moments strictly inside the length, at most this many.
    static List<Duration> ticks(Duration length, int most) {
        List<Duration> ticks = new ArrayList<>();
        if (length.isZero()) {
            return ticks;
        }
        Duration step = step(length.dividedBy(most + 1L));
        for (Duration tick = step; tick.compareTo(length) < 0; tick = tick.plus(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    // 1, 2 or 5 times a power of ten; from ten seconds on, what is round on a clock.
    private static Duration step(Duration atLeast) {
        long power = 1;
        while (power <= 1_000_000_000L) {
            for (int digit : new int[] {1, 2, 5}) {
                Duration step = Duration.ofNanos(digit * power);
                if (step.compareTo(atLeast) >= 0) {
                    return step;
                }
            }
            power *= 10;
        }
        for (int seconds : new int[] {10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600}) {
            Duration step = Duration.ofSeconds(seconds);
            if (step.compareTo(atLeast) >= 0) {
                return step;
            }
        }
        return Duration.ofHours(atLeast.toHours() + 1);
    }
}

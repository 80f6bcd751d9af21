package asyncjava.queue;

import asyncjava.common.cli.Durations;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// What became of all orders, at the end.
///
/// @param letters the first few of the dead
record Account(
        long accepted, long refused, long done, long dead, long handedBack, List<DeadLetter> letters, Glance glance) {

    /// Whether every order that was accepted is found again.
    boolean balances() {
        long served = glance.stations().stream().mapToLong(Station::served).sum();
        return accepted == done + dead + handedBack && served >= done + dead && served <= accepted;
    }

    /// As a few lines, each with its end.
    String draw(int capacity) {
        Histogram waited = new Histogram(Station.LONGEST, Station.DIGITS);
        Histogram took = new Histogram(Station.LONGEST, Station.DIGITS);
        glance.stations().forEach(station -> station.addTo(waited, took));
        StringBuilder lines = new StringBuilder();
        lines.append("  accepted %,d = %,d done + %,d dead + %,d handed back%s%n"
                .formatted(accepted, done, dead, handedBack, balances() ? "" : "   THIS DOES NOT ADD UP"));
        if (refused > 0) {
            lines.append("  refused %,d%n".formatted(refused));
        }
        lines.append("  by worker: %s%n"
                .formatted(glance.stations().stream()
                        .map(station -> "%,d".formatted(station.served()))
                        .collect(Collectors.joining(", "))));
        lines.append("  waited %s, took %s%n".formatted(percentiles(waited), percentiles(took)));
        lines.append("  at most %,d waited at once, of %,d that may%n".formatted(glance.mostWaiting(), capacity));
        letters.forEach(letter -> lines.append("  dead: %s of %s, at %s: %s%n"
                .formatted(letter.order().id(), letter.order().customer(), letter.step(), letter.reason())));
        if (dead > letters.size()) {
            lines.append("  and %,d more%n".formatted(dead - letters.size()));
        }
        return lines.toString();
    }

    private static String percentiles(Histogram micros) {
        return "%s (p50) to %s (p99)".formatted(at(micros, 50), at(micros, 99));
    }

    private static String at(Histogram micros, double percentile) {
        return Durations.format(Duration.of(micros.getValueAtPercentile(percentile), ChronoUnit.MICROS));
    }
}

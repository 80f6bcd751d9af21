package asyncjava.scraper;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.Durations;
import java.time.Duration;
import picocli.CommandLine.Option;

/// The options that say how politely, and how patiently; to be mixed in.
final class LimitOptions {

    private static final int MOST_AT_ONCE = 10_000;
    private static final int MOST_RETRIES = 100;
    private static final double LOWEST_RATE = 0.001;
    private static final double HIGHEST_RATE = 1_000_000;
    private static final Duration LONGEST = Duration.ofHours(24);

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description =
                    "How long a request may take, to its last byte; 2s if not said. A connection may take a half.")
    private Duration timeout = Limits.DEFAULT.timeout();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "How many requests to a host at once; 5 if not said.")
    private int concurrency = Limits.DEFAULT.atOnce();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "How many requests to a host in a second, after a burst of N; 10 if not said.")
    private double rate = Limits.DEFAULT.perSecond();

    @Option(names = "--retries", paramLabel = "N", description = "How often to try again; 2 if not said.")
    private int retries = Limits.DEFAULT.retries();

    @Option(
            names = "--permit-wait",
            paramLabel = "TIME",
            description = "How long a page may wait until fewer than N are under way; 24h if not said.")
    private Duration permitWait = Limits.DEFAULT.permitWait();

    @Option(
            names = "--rate-wait",
            paramLabel = "TIME",
            description = "How long it may wait for the rate then; 1m if not said.")
    private Duration rateWait = Limits.DEFAULT.rateWait();

    /// What they say together.
    ///
    /// @throws BadInput where one makes no sense
    Limits limits() {
        BadInput.requireBetween("--concurrency", concurrency, 1, MOST_AT_ONCE);
        BadInput.requireBetween("--retries", retries, 0, MOST_RETRIES);
        if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
            throw new BadInput(
                    "--rate", String.valueOf(rate), "a number from 0.001 to 1000000, of requests per second");
        }
        requireTime("--timeout", timeout, Duration.ofMillis(1));
        requireTime("--permit-wait", permitWait, Duration.ZERO);
        requireTime("--rate-wait", rateWait, Duration.ZERO);
        return Limits.DEFAULT
                .withAtOnce(concurrency)
                .withPerSecond(rate)
                .withWaits(permitWait, rateWait)
                .withTimeout(timeout)
                .withRetries(retries);
    }

    private static void requireTime(String option, Duration time, Duration least) {
        if (time.compareTo(least) < 0 || time.compareTo(LONGEST) > 0) {
            throw new BadInput(
                    option, Durations.format(time), "a time from %s to 24h".formatted(Durations.format(least)));
        }
    }
}

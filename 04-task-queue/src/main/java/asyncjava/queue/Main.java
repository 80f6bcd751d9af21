package asyncjava.queue;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.CommandLines;
import asyncjava.common.cli.CtrlC;
import asyncjava.common.cli.Durations;
import asyncjava.common.cli.ExitStatus;
import asyncjava.common.cli.OutputFile;
import asyncjava.common.cli.StandardOptions;
import asyncjava.common.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Processes orders with a bounded queue and some workers, and gives an account of all of them.
@Command(
        name = "04-task-queue",
        description =
                "Validates, charges and ships orders: a bounded queue, some workers, retries, dead letters, and an account"
                        + " in the end in which every order is found again.",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    /// An account that does not add up: a bug.
    static final int MISMATCH = 3;

    private static final Duration LONGEST = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StandardOptions standard = new StandardOptions();

    @Option(names = "--orders", paramLabel = "N", description = "How many orders to make up; 200 if not said.")
    private int orders = 200;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Reads the orders from a file instead, or from standard input for -:"
                    + " id,customer,product,quantity,price as CSV.")
    private @Nullable Path input;

    @Option(names = "--workers", paramLabel = "N", description = "How many orders at once; 4 if not said.")
    private int workers = 4;

    @Option(names = "--capacity", paramLabel = "N", description = "How many may wait; 10 if not said.")
    private int capacity = 10;

    @Option(
            names = "--when-full",
            paramLabel = "WHAT",
            description = "wait (the default), refuse or drop-oldest: what becomes of one too many.")
    private String whenFull = "wait";

    @Option(
            names = "--fail",
            paramLabel = "SHARE",
            description = "How many of a hundred orders have trouble, half of them for good; 5%% if not said.")
    private String fail = "5%";

    @Option(names = "--step-time", paramLabel = "TIME", description = "What a step takes on average; 15ms if not said.")
    private Duration stepTime = Duration.ofMillis(15);

    @Option(names = "--deadline", paramLabel = "TIME", description = "What a step may take; 1s if not said.")
    private Duration deadline = Duration.ofSeconds(1);

    @Option(names = "--retries", paramLabel = "N", description = "How often a step is tried again; 2 if not said.")
    private int retries = 2;

    @Option(
            names = "--drain",
            description = "Processes all that is accepted, which is what it does if nothing is said.")
    private boolean drain;

    @Option(names = "--abort-after", paramLabel = "TIME", description = "Breaks off after this time.")
    private @Nullable Duration abortAfter;

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            description = "How long to go on after Ctrl-C with what is accepted; 5s if not said.")
    private Duration grace = Duration.ofSeconds(5);

    @Option(
            names = "--unprocessed",
            paramLabel = "FILE",
            description = "Where orders go that were not processed, to be an input again; unprocessed.csv if not said.")
    private Path unprocessed = Path.of("unprocessed.csv");

    @Option(names = "--style", paramLabel = "STYLE", description = "threads, reactive, or all; threads if not said.")
    private String style = "threads";

    @Option(names = "--seed", paramLabel = "N", description = "Of all that is made up; 1 if not said.")
    private int seed = 1;

    @Option(names = "--quiet", description = "Shows the account alone.")
    private boolean quiet;

    public static void main(String[] args) {
        System.exit(CommandLines.run(new Main(), args));
    }

    @Override
    public Integer call() throws IOException {
        standard.apply();
        List<Style> styles = Style.parse(style);
        Limits limits = limits();
        double failing = share();
        BadInput.requireBetween("--orders", orders, 0, 1_000_000_000);
        requireTime("--step-time", stepTime, Duration.ZERO);
        requireTime("--grace", grace, Duration.ZERO);
        Optional<Duration> end = Optional.ofNullable(abortAfter);
        end.ifPresent(after -> requireTime("--abort-after", after, Duration.ZERO));
        if (drain && abortAfter != null) {
            throw new BadInput("--abort-after", Durations.format(abortAfter), "either this or --drain");
        }
        OutputFile.require("--unprocessed", unprocessed);
        if (input != null && styles.size() > 1) {
            throw new BadInput("--style", style, "one style, where orders are read: they are to be processed once");
        }
        Optional<List<Order>> read = Optional.ofNullable(input).map(OrderFile::read);
        Handler handler = new SimulatedSteps(seed, failing, stepTime);
        int status = ExitStatus.OK;
        try (CtrlC _ = CtrlC.interruptsThisThread(grace.plus(deadline))) {
            for (Style each : styles) {
                Iterator<Order> next = read.map(List::iterator).orElseGet(() -> new GeneratedOrders(orders, seed));
                status = Math.max(status, run(each, limits, handler, next, end));
                if (status == ExitStatus.INTERRUPTED || status == MISMATCH) {
                    return status;
                }
            }
        }
        return status;
    }

    private int run(Style each, Limits limits, Handler handler, Iterator<Order> next, Optional<Duration> end)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: %s%n", each, each.summary());
        out.flush();
        boolean interrupted;
        Account account;
        long began = System.nanoTime();
        long left;
        try (Unprocessed rest = new Unprocessed(unprocessed, isInput(unprocessed))) {
            Tally tally = new Tally(rest::add);
            OrderQueue queue = each.open(limits, handler, tally);
            Shop shop = new Shop(next, end, grace, rest::add);
            if (quiet) {
                interrupted = shop.run(queue, tally);
            } else {
                try (Board _ = new Board(queue, tally, capacity, out, Terminal.detect(), Terminal.isThere())) {
                    interrupted = shop.run(queue, tally);
                }
            }
            account = tally.account(queue.glance());
            double seconds = (System.nanoTime() - began) / 1e9;
            out.printf(
                    "%s: %,d of %,d orders done in %.2f s, %,.0f a second%n",
                    each, account.done(), account.accepted(), seconds, account.done() / seconds);
            out.print(account.draw(capacity));
            out.flush();
            left = rest.count();
        }
        if (!account.balances()) {
            return MISMATCH;
        }
        tellOfTheRest(out, left);
        out.flush();
        // Those who died were meant to; what is left over was not.
        return interrupted ? ExitStatus.INTERRUPTED : left == 0 ? ExitStatus.OK : ExitStatus.FAILED;
    }

    /// What was read and processed must not lie there to be processed again.
    private void tellOfTheRest(PrintWriter out, long left) throws IOException {
        if (left > 0) {
            out.printf("  not processed: %,d, in %s for --input%n", left, unprocessed);
        } else if (isInput(unprocessed)) {
            Files.delete(unprocessed);
            out.printf("  nothing is left of %s, which is gone%n", unprocessed);
        }
        out.println();
    }

    private boolean isInput(Path file) throws IOException {
        return input != null && Files.exists(input) && Files.exists(file) && Files.isSameFile(input, file);
    }

    private Limits limits() {
        BadInput.requireBetween("--workers", workers, 1, 10_000);
        BadInput.requireBetween("--capacity", capacity, 1, 1_000_000);
        BadInput.requireBetween("--retries", retries, 0, 100);
        requireTime("--deadline", deadline, Duration.ofNanos(1));
        return new Limits(workers, capacity, WhenFull.parse(whenFull), deadline, retries + 1, Duration.ofMillis(20));
    }

    private static void requireTime(String option, Duration got, Duration least) {
        if (got.compareTo(least) < 0 || got.compareTo(LONGEST) > 0) {
            throw new BadInput(
                    option, Durations.format(got), "a time from %s to 24h".formatted(Durations.format(least)));
        }
    }

    private double share() {
        try {
            double percent = Double.parseDouble(fail.endsWith("%") ? fail.substring(0, fail.length() - 1) : fail);
            if (percent >= 0 && percent <= 100) {
                return percent / 100;
            }
        } catch (NumberFormatException e) {
            // falls through: the same complaint
        }
        throw new BadInput("--fail", fail, "a share from 0% to 100%");
    }
}

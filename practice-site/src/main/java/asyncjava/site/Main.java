package asyncjava.site;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.CommandLines;
import asyncjava.common.cli.CtrlC;
import asyncjava.common.cli.Durations;
import asyncjava.common.cli.ExitStatus;
import asyncjava.common.cli.StandardOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the practice site for a person, until Ctrl-C.
@Command(
        name = "practice-site",
        description = "A web site on loopback that behaves badly on request. Its home page explains every path.",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final Duration LONGEST_LATENCY = Duration.ofHours(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StandardOptions standard = new StandardOptions();

    @Option(names = "--port", paramLabel = "N", description = "The first host's port; 8080 if not said, 0 for any.")
    private int port = 8080;

    @Option(names = "--hosts", paramLabel = "N", description = "How many hosts, on ports that follow; 1 if not said.")
    private int hosts = 1;

    @Option(names = "--pages", paramLabel = "N", description = "How many pages the linked site has; 200 if not said.")
    private int pages = SiteOptions.DEFAULT.pages();

    @Option(names = "--fan-out", paramLabel = "N", description = "How many links a page has; 8 if not said.")
    private int fanOut = SiteOptions.DEFAULT.fanOut();

    @Option(names = "--latency", paramLabel = "TIME", description = "How long a page is kept back; 0ms if not said.")
    private Duration latency = SiteOptions.DEFAULT.latency();

    @Option(names = "--errors", paramLabel = "PERCENT", description = "How many of the pages fail; 0 if not said.")
    private int errors;

    @Option(names = "--seed", paramLabel = "N", description = "What all that looks random is made from; 1 if not said.")
    private int seed = 1;

    public static void main(String[] args) {
        System.exit(CommandLines.run(new Main(), args));
    }

    @Override
    public Integer call() throws IOException {
        standard.apply();
        SiteOptions options = options();
        PrintWriter out = spec.commandLine().getOut();
        try (CtrlC _ = CtrlC.interruptsThisThread();
                PracticeSite site = start(options)) {
            out.printf("The practice site is at %s%n", site.uri());
            site.hosts().stream().skip(1).map(URI::toString).forEach(host -> out.println("            and at " + host));
            out.println("Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            out.println();
        }
        return ExitStatus.INTERRUPTED;
    }

    private SiteOptions options() {
        BadInput.requireBetween("--port", port, 0, 65_535);
        BadInput.requireBetween("--hosts", hosts, 1, 64);
        BadInput.requireBetween("--pages", pages, 1, 10_000_000);
        BadInput.requireBetween("--fan-out", fanOut, 1, 100);
        BadInput.requireBetween("--errors", errors, 0, 100);
        if (latency.compareTo(LONGEST_LATENCY) > 0) {
            throw new BadInput("--latency", Durations.format(latency), "a time from 0ms to 1h");
        }
        if (port > 0) {
            BadInput.requireBetween("--hosts", hosts, 1, Math.min(64, 65_536 - port));
        }
        return new SiteOptions(port, hosts, pages, fanOut, latency, errors / 100.0, seed);
    }

    private static PracticeSite start(SiteOptions options) throws IOException {
        try {
            return PracticeSite.start(options);
        } catch (BindException e) {
            throw new BadInput(
                    "--port", Integer.toString(options.port()), "a port that is free (%s)".formatted(e.getMessage()));
        }
    }
}

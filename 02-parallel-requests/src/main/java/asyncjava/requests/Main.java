package asyncjava.requests;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.CommandLines;
import asyncjava.common.cli.CtrlC;
import asyncjava.common.cli.Durations;
import asyncjava.common.cli.ExitStatus;
import asyncjava.common.cli.InputFile;
import asyncjava.common.cli.OutputFile;
import asyncjava.common.cli.StandardOptions;
import asyncjava.common.cli.Terminal;
import asyncjava.common.report.HtmlReport;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fetches many URLs, one after another and at once, and says what came of each; or downloads them.
@Command(
        name = "02-parallel-requests",
        description =
                "Fetches many URLs, one after another and then at once in three styles, and says what came of each."
                        + " With no URL it starts the practice site and fetches some of its pages.",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final int MOST_AT_ONCE = 10_000;
    private static final Duration LONGEST = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @Mixin
    private StandardOptions standard = new StandardOptions();

    @Parameters(paramLabel = "URL", description = "What to fetch, http or https.")
    private List<String> urls = List.of();

    @Option(names = "--input", paramLabel = "FILE", description = "Reads more URLs, one per line.")
    private @Nullable Path input;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "sequential, virtual, future, reactor, or several with commas between;"
                    + " all if not said, virtual with --download.")
    private @Nullable String style;

    @Option(names = "--limit", paramLabel = "N", description = "How many at once; 100 if not said.")
    private int limit = 100;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "How long a request may take, to its last byte; 5s if not said, 10m with --download.")
    private @Nullable Duration timeout;

    @Option(
            names = "--download",
            paramLabel = "DIR",
            description = "Saves the bodies as files, each whole or not at all.")
    private @Nullable Path download;

    @Option(
            names = "--sums",
            paramLabel = "FILE|URL",
            description = "What sha256sum wrote of the files, to check downloads against.")
    private @Nullable String sums;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the timelines as a page for a browser.")
    private @Nullable Path report;

    @Option(names = "--quiet", description = "Shows failures and the comparison alone.")
    private boolean quiet;

    public static void main(String[] args) {
        System.exit(CommandLines.run(new Main(), args));
    }

    @Override
    public Integer call() throws IOException {
        standard.apply();
        List<Style> styles = styles();
        BadInput.requireBetween("--limit", limit, 1, MOST_AT_ONCE);
        requireTime();
        if (report != null) {
            OutputFile.require("--report", report);
        }
        if (sums != null && download == null) {
            throw new BadInput("--sums", sums, "only beside --download");
        }
        requireFolder();
        List<String> asked = asked();
        try (CtrlC _ = CtrlC.interruptsThisThread()) {
            if (!asked.isEmpty() && styles.size() == 1) {
                return fetch(styles, asked, 0, Optional.ofNullable(sums), usualTime(), Optional.empty());
            }
            try (PracticeSite site = PracticeSite.start()) {
                Optional<URI> warmUp = Optional.of(site.uri("/status/204"));
                if (!asked.isEmpty()) {
                    return fetch(styles, asked, 0, Optional.empty(), usualTime(), warmUp);
                }
                PracticeMix mix = download == null ? PracticeMix.pages(site) : PracticeMix.files(site);
                return fetch(
                        styles,
                        mix.urls(),
                        mix.meantToFail(),
                        Optional.of(sums == null ? mix.sums() : sums),
                        mix.timeout(),
                        warmUp);
            }
        }
    }

    /// Fetches what was asked for.
    ///
    /// @param usual the time limit where none is said
    private int fetch(
            List<Style> styles,
            List<String> urls,
            int meantToFail,
            Optional<String> sums,
            Duration usual,
            Optional<URI> warmUp)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Duration time = timeout == null ? usual : timeout;
        try (Progress progress = progress()) {
            Optional<DownloadFolder> folder = Optional.empty();
            if (download != null) {
                Sums known = sums.isEmpty() ? Sums.NONE : Sums.read(sums.get());
                folder = Optional.of(DownloadFolder.open(download, known, progress));
            }
            Function<URI, Destination> destinations = folder.<Function<URI, Destination>>map(place -> place::place)
                    .orElse(_ -> Destination.NOWHERE);
            Comparison comparison = new Comparison(
                    urls.stream().map(Target::parse).toList(),
                    new Limits(limit, time),
                    destinations,
                    progress,
                    warmUp,
                    out,
                    Terminal.detect(),
                    quiet);
            int status = comparison.run(styles, meantToFail);
            List<String> unchecked = folder.map(DownloadFolder::unchecked).orElse(List.of());
            if (!unchecked.isEmpty()) {
                out.println("Not checked, for the sums do not name them: " + String.join(", ", unchecked));
            }
            if (report != null) {
                HtmlReport.write(report, "Parallel requests", CommandLines.asTyped(spec), comparison.runs());
                out.println("Report: " + report.toAbsolutePath());
            }
            out.flush();
            return status;
        } catch (InterruptedException e) {
            // Ctrl-C, before anything was fetched.
            return ExitStatus.INTERRUPTED;
        }
    }

    private List<Style> styles() {
        if (download == null) {
            return Style.parse(style == null ? "all" : style);
        }
        List<Style> styles = style == null ? List.of(Style.VIRTUAL) : Style.parse(style);
        if (styles.size() > 1) {
            throw new BadInput("--style", String.valueOf(style), "one style, where files are downloaded");
        }
        return styles;
    }

    private void requireTime() {
        if (timeout != null && (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0)) {
            throw new BadInput("--timeout", Durations.format(timeout), "a time from 1ns to 24h");
        }
    }

    private void requireFolder() {
        if (download == null) {
            return;
        }
        if (Files.exists(download) && !Files.isDirectory(download)) {
            throw new BadInput("--download", download.toString(), "a folder (this is a file)");
        }
        try {
            Files.createDirectories(download);
        } catch (IOException e) {
            throw new BadInput("--download", download.toString(), "a folder that can be made (%s)".formatted(e));
        }
        if (!Files.isWritable(download)) {
            throw new BadInput("--download", download.toString(), "a folder that you may write to");
        }
    }

    private Duration usualTime() {
        return download == null ? Duration.ofSeconds(5) : Duration.ofMinutes(10);
    }

    private List<String> asked() {
        List<String> asked = new ArrayList<>(urls);
        if (input != null) {
            InputFile.read("--input", input, "URL").forEach(line -> asked.add(line.text()));
        }
        return asked;
    }

    private Progress progress() {
        return download != null && !quiet && Terminal.isThere() ? new ProgressOnScreen() : Progress.NONE;
    }
}

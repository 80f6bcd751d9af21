package asyncjava.scraper;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.CommandLines;
import asyncjava.common.cli.CtrlC;
import asyncjava.common.cli.ExitStatus;
import asyncjava.common.cli.InputFile;
import asyncjava.common.cli.OutputFile;
import asyncjava.common.cli.StandardOptions;
import asyncjava.common.cli.Terminal;
import asyncjava.common.report.HtmlReport;
import asyncjava.common.report.Run;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Scrapes many pages, politely, and says of each what was found or which clock ran out.
@Command(
        name = "03-scraper-timeouts",
        description =
                "Scrapes titles, headings and links, or any CSS selection, from many pages: with a limit, a rate,"
                        + " retries, and a deadline that holds. With no URL it starts the practice site and scrapes its catalogue.",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StandardOptions standard = new StandardOptions();

    @Parameters(paramLabel = "URL", description = "What to scrape, http or https.")
    private List<String> urls = List.of();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Reads more URLs, one per line; - for standard input.")
    private @Nullable Path input;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(names = "--select", paramLabel = "CSS", description = "Takes the texts of these elements from each page.")
    private @Nullable String select;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, csv or jsonl; table if not said.")
    private String format = "table";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Writes the rows there, in place of standard output.")
    private @Nullable Path output;

    @Option(
            names = "--style",
            paramLabel = "STYLE",
            description = "threads, reactive or all; threads if not said, and all of the practice site's catalogue.")
    private @Nullable String style;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the timelines as a page for a browser.")
    private @Nullable Path report;

    @Option(names = "--quiet", description = "Shows no timeline, and in the table only what was not scraped.")
    private boolean quiet;

    public static void main(String[] args) {
        BlockingClient.askOnce();
        // What goes to a file or to another program is in UTF-8, as JSON has to be.
        Charset charset = Terminal.isThere() ? System.out.charset() : StandardCharsets.UTF_8;
        System.exit(CommandLines.run(
                new Main(),
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, System.err.charset()),
                args));
    }

    @Override
    public Integer call() throws IOException {
        standard.apply();
        Format rows = Format.parse(format);
        List<Target> targets = asked();
        boolean one = rows.isData() || output != null;
        List<Style> styles = Style.parse(style != null ? style : targets.isEmpty() && !one ? "all" : "threads");
        if (one && styles.size() > 1) {
            throw new BadInput("--style", String.valueOf(style), "one style, where rows are data or go to a file");
        }
        Limits polite = limits.limits();
        Extraction extraction = new Extraction(selection());
        Optional.ofNullable(report).ifPresent(file -> OutputFile.require("--report", file));
        Optional.ofNullable(output).ifPresent(file -> OutputFile.require("--output", file));
        try (CtrlC _ = CtrlC.interruptsThisThread()) {
            if (!targets.isEmpty()) {
                return scrape(styles, rows, _ -> new Scrape(targets, polite, extraction, isSeen(), !rows.isData()), 0);
            }
            try (PracticeSite site = PracticeSite.start()) {
                Function<Style, Scrape> catalogue = each -> new Scrape(
                        Catalogue.pages(site, each.toString()), polite, extraction, isSeen(), !rows.isData());
                return scrape(styles, rows, catalogue, Catalogue.NEVER_ANSWERING);
            }
        }
    }

    private Optional<String> selection() {
        if (select == null) {
            return Optional.empty();
        }
        try {
            var _ = QueryParser.parse(select);
            return Optional.of(select);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw new BadInput(
                    "--select", select, "a CSS selection, such as h2 or .price (%s)".formatted(e.getMessage()));
        }
    }

    private List<Target> asked() {
        List<String> asked = new ArrayList<>(urls);
        if (input != null) {
            InputFile.read("--input", input, "URL").forEach(line -> asked.add(line.text()));
        }
        return asked.stream().map(Target::parse).toList();
    }

    private boolean isSeen() {
        return !quiet && Terminal.isThere();
    }

    private int scrape(List<Style> styles, Format rows, Function<Style, Scrape> scrapes, int meantToFail)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (output == null) {
            return scrape(styles, rows, scrapes, meantToFail, out, rows.isData() ? err : out);
        }
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(output))) {
            int status = scrape(styles, rows, scrapes, meantToFail, file, err);
            if (file.checkError()) {
                throw new IOException("%s could not be written to its end".formatted(output));
            }
            return status;
        }
    }

    /// @param out where the rows go
    /// @param aside where all else goes
    private int scrape(
            List<Style> styles,
            Format rows,
            Function<Style, Scrape> scrapes,
            int meantToFail,
            PrintWriter out,
            PrintWriter aside)
            throws IOException {
        if (rows.isData()) {
            Style style = styles.getFirst();
            DataRows.Told told = new DataRows(rows, out, aside).run(scrapes.apply(style), style, meantToFail);
            write(List.of(told.run()), aside);
            return told.status();
        }
        TableRows table = new TableRows(out, aside, Terminal.detect(), quiet);
        int status = table.run(styles, scrapes, meantToFail);
        write(table.runs(), aside);
        return out.checkError() && status == ExitStatus.OK ? ExitStatus.FAILED : status;
    }

    private void write(List<Run> runs, PrintWriter aside) throws IOException {
        if (report != null) {
            HtmlReport.write(report, "Scraper with timeouts", CommandLines.asTyped(spec), runs);
            aside.println("Report: " + report.toAbsolutePath());
            aside.flush();
        }
    }
}

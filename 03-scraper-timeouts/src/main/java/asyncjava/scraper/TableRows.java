package asyncjava.scraper;

import asyncjava.common.cli.Terminal;
import asyncjava.common.report.Run;
import asyncjava.common.report.StyleRuns;
import asyncjava.common.timeline.Timeline;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;

/// Tells a person of the pages: the timeline and the table of each style, and who was faster.
final class TableRows {

    private final PrintWriter out;
    private final PrintWriter aside;
    private final Terminal terminal;
    private final boolean quiet;
    private final StyleRuns runs;

    /// @param out where the table goes
    /// @param quiet whether to show no timeline, and only what was not scraped
    TableRows(PrintWriter out, PrintWriter aside, Terminal terminal, boolean quiet) {
        this.out = out;
        this.aside = aside;
        this.terminal = terminal;
        this.quiet = quiet;
        runs = new StyleRuns(aside, terminal, quiet);
    }

    /// Runs the styles in the order given, each to its end before the next.
    ///
    /// @return the exit status: whether more or fewer failed than were meant to, or Ctrl-C ended it
    int run(List<Style> styles, Function<Style, Scrape> scrapes, int meantToFail) {
        return runs.runAll(styles, style -> run(style, scrapes.apply(style)) == meantToFail);
    }

    List<Run> runs() {
        return runs.runs();
    }

    /// @return how many were not scraped
    private int run(Style style, Scrape scrape) throws InterruptedException {
        runs.announce(style.toString(), style.summary());
        Timeline timeline = Timeline.keeping(StyleRuns.SPANS_KEPT);
        Scrape.Ended ended = scrape.run(style, timeline, _ -> {});
        if (ended.interrupted()) {
            aside.println(); // the terminal has just printed ^C in this line
        }
        runs.show(new Run(style.toString(), ended.took(), timeline, "requests"));
        List<Row> shown = quiet ? ended.notScraped() : ended.rows();
        if (!shown.isEmpty()) {
            out.print(Table.draw(shown, scrape.extraction().select().isPresent(), terminal));
        }
        out.flush();
        aside.printf("  %s%n%n", ended.summary(style.toString()));
        aside.flush();
        if (ended.interrupted()) {
            throw new InterruptedException();
        }
        return ended.notScraped().size();
    }
}

package asyncjava.scraper;

import asyncjava.common.cli.ExitStatus;
import asyncjava.common.report.Run;
import asyncjava.common.report.StyleRuns;
import asyncjava.common.timeline.Timeline;
import java.io.PrintWriter;

/// Tells programs of the pages, each as it ends.
///
/// @param out where the rows go, and nothing else
record DataRows(Format format, PrintWriter out, PrintWriter aside) {

    /// What came of it.
    ///
    /// @param status the exit status
    record Told(int status, Run run) {}

    Told run(Scrape scrape, Style style, int meantToFail) {
        Thread scraping = Thread.currentThread();
        Timeline timeline = Timeline.keeping(StyleRuns.SPANS_KEPT);
        out.print(format.heading());
        Scrape.Ended ended = scrape.run(style, timeline, row -> {
            out.print(format.row(row));
            if (out.checkError()) {
                scraping.interrupt(); // nobody reads any more, as behind `| head`
            }
        });
        aside.println(ended.summary(style.toString()));
        aside.flush();
        boolean well = ended.notScraped().size() == meantToFail && !out.checkError();
        int status = ended.interrupted() && !out.checkError()
                ? ExitStatus.INTERRUPTED
                : well ? ExitStatus.OK : ExitStatus.FAILED;
        return new Told(status, new Run(style.toString(), ended.took(), timeline, "requests"));
    }
}

package asyncjava.requests;

import asyncjava.common.cli.Terminal;
import asyncjava.common.report.Run;
import asyncjava.common.report.StyleRuns;
import asyncjava.common.timeline.Timeline;
import asyncjava.requests.Answers.Row;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/// Fetches the same URLs in one style after another and prints what came.
final class Comparison {

    /// Beyond this, one after another is left out, unless it was asked for by itself.
    private static final int MANY = 500;

    private final List<Target> targets;
    private final boolean oneHost;
    private final Limits limits;
    private final Function<URI, Destination> destinations;
    private final Progress progress;
    private final Optional<URI> warmUp;
    private final PrintWriter out;
    private final Terminal terminal;
    private final boolean quiet;
    private final StyleRuns runs;
    private List<Row> told = List.of();

    /// @param progress closed when all has come, so that what is printed then stands below it
    /// @param warmUp what each style fetches once before it is measured, where it is to be compared with others
    /// @param quiet whether to show failures and the comparison alone
    Comparison(
            List<Target> targets,
            Limits limits,
            Function<URI, Destination> destinations,
            Progress progress,
            Optional<URI> warmUp,
            PrintWriter out,
            Terminal terminal,
            boolean quiet) {
        this.targets = targets;
        oneHost = haveOneHost(targets);
        this.limits = limits;
        this.destinations = destinations;
        this.progress = progress;
        this.warmUp = warmUp;
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
        runs = new StyleRuns(out, terminal, quiet);
    }

    /// Runs the styles in the order given, each to its end before the next, and prints as it goes.
    ///
    /// @param meantToFail how many of the URLs are there to be seen failing
    /// @return the exit status: whether more or fewer failed than were meant to, or Ctrl-C ended the run
    int run(List<Style> styles, int meantToFail) {
        return runs.runAll(styles, style -> {
            if (style == Style.SEQUENTIAL && styles.size() > 1 && targets.size() > MANY) {
                out.printf(
                        "%s: left out, for %d pages one after another take long; to see it, --style %s%n%n",
                        style, targets.size(), style);
                return true;
            }
            return run(style) == meantToFail;
        });
    }

    List<Run> runs() {
        return runs.runs();
    }

    /// @return how many failed
    private int run(Style style) throws InterruptedException {
        runs.announce(style.toString(), style.summary());
        Timeline timeline = Timeline.keeping(StyleRuns.SPANS_KEPT);
        AtomicReferenceArray<Result> came = new AtomicReferenceArray<>(targets.size());
        List<Request> requests = requests(timeline, came);
        long began = System.nanoTime();
        try (Fetcher fetcher = style.open(limits)) {
            warmUp(fetcher);
            began = System.nanoTime();
            List<Result> results = fetcher.fetchAll(requests);
            progress.close();
            runs.show(ended(style, timeline, began));
            List<Row> rows = rows(results);
            List<Row> failed = rows.stream().filter(row -> !row.result().isOk()).toList();
            tell(quiet ? failed : rows);
            if (!failed.isEmpty()) {
                out.printf("  %s: %d of %d failed%n", style, failed.size(), targets.size());
            }
            if (!quiet) {
                out.println();
            }
            out.flush();
            return failed.size();
        } catch (InterruptedException e) {
            progress.close();
            runs.showCutOff(ended(style, timeline, began), requests.size());
            out.print(Answers.draw(rowsThatCame(came), terminal));
            out.println();
            throw e;
        }
    }

    /// Loads the style's classes, which would otherwise be measured with its first requests.
    private void warmUp(Fetcher fetcher) throws InterruptedException {
        if (warmUp.isPresent()) {
            var _ = fetcher.fetchAll(
                    List.of(new Request("warm-up", warmUp.get(), Destination.NOWHERE, Timeline.start())));
        }
    }

    private List<Request> requests(Timeline timeline, AtomicReferenceArray<Result> came) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Target.Fetchable(String text, URI uri)) {
                int place = i;
                requests.add(new Request(
                        name(text, uri), uri, destinations.apply(uri), timeline, result -> came.set(place, result)));
            }
        }
        return requests;
    }

    /// What was there when Ctrl-C came.
    private List<Row> rowsThatCame(AtomicReferenceArray<Result> came) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            if (came.get(i) instanceof Result.Answered answered) {
                rows.add(new Row(targets.get(i).text(), answered));
            }
        }
        return rows;
    }

    /// Short enough for the timeline: what tells these URLs apart.
    private String name(String text, URI uri) {
        int scheme = uri.getScheme().length() + "://".length();
        return text.substring(oneHost ? scheme + uri.getRawAuthority().length() : scheme);
    }

    private static boolean haveOneHost(List<Target> targets) {
        return targets.stream()
                        .map(target -> target instanceof Target.Fetchable fetchable
                                ? fetchable.uri().getScheme() + "://"
                                        + fetchable.uri().getRawAuthority()
                                : target.text())
                        .distinct()
                        .count()
                == 1;
    }

    /// What came, in the order asked for, with what could not be asked for in its place.
    private List<Row> rows(List<Result> results) {
        Iterator<Result> next = results.iterator();
        List<Row> rows = new ArrayList<>();
        for (Target target : targets) {
            rows.add(new Row(
                    target.text(),
                    switch (target) {
                        case Target.Fetchable _ -> next.next();
                        case Target.Unfit unfit -> unfit.failed();
                    }));
        }
        return rows;
    }

    private void tell(List<Row> rows) {
        if (Answers.areTheSame(rows, told)) {
            if (!quiet) {
                out.println("  The same answers as before.");
            }
        } else {
            out.print(Answers.draw(rows, terminal));
        }
        told = rows;
    }

    private static Run ended(Style style, Timeline timeline, long began) {
        return new Run(style.toString(), Duration.ofNanos(System.nanoTime() - began), timeline, "requests");
    }
}

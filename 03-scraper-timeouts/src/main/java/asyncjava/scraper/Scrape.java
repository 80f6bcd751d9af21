package asyncjava.scraper;

import asyncjava.common.timeline.Timeline;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was asked for, to be scraped in one style or another.
///
/// @param progress whether there is somebody to see a bar, on standard error
/// @param keeps whether what was found is wanted again in the end, or is forgotten when a row has come
record Scrape(List<Target> targets, Limits limits, Extraction extraction, boolean progress, boolean keeps) {

    private static final Logger LOG = LoggerFactory.getLogger(Scrape.class);

    private static final Result NOT_BEGUN = new Result(URI.create(""), new Outcome.Cancelled(), 0, Duration.ZERO);

    /// What came of it.
    ///
    /// @param rows in the order asked for
    /// @param interrupted whether somebody stopped it; then some rows say that they were cancelled
    record Ended(List<Row> rows, boolean interrupted, Duration took) {

        List<Row> notScraped() {
            return rows.stream().filter(row -> !row.isScraped()).toList();
        }

        /// In a sentence.
        String summary(String style) {
            int scraped = rows.size() - notScraped().size();
            return "%s: %d of %d pages scraped in %.2f s"
                    .formatted(style, scraped, rows.size(), took.toMillis() / 1000.0);
        }
    }

    /// Scrapes it, each page once, however often it was asked for.
    ///
    /// @param came hears of each row as it comes
    Ended run(Style style, Timeline timeline, Consumer<Row> came) {
        Map<URI, List<String>> pages = new LinkedHashMap<>();
        for (Target target : targets) {
            if (target instanceof Target.Fetchable(String text, URI uri)) {
                pages.computeIfAbsent(uri, _ -> new ArrayList<>()).add(text);
            }
        }
        Map<URI, Result> results = new ConcurrentHashMap<>();
        long began = System.nanoTime();
        boolean interrupted = false;
        try (Scraper scraper = style.open(limits, extraction, timeline);
                Bar bar = Bar.of(pages.size(), progress)) {
            scraper.scrapeAll(List.copyOf(pages.keySet()), result -> {
                results.put(result.uri(), keeps ? result : result.withoutFindings());
                log(result);
                bar.step();
                for (String text : pages.getOrDefault(result.uri(), List.of())) {
                    came.accept(Row.of(text, result));
                }
            });
        } catch (InterruptedException e) {
            interrupted = true;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        List<Row> rows = new ArrayList<>();
        for (Target target : targets) {
            Row row = row(target, results);
            if (row.attempts() == 0) {
                came.accept(row);
            }
            rows.add(row);
        }
        return new Ended(rows, interrupted, took);
    }

    private static void log(Result result) {
        LOG.debug("{} is {}", result.uri(), result.isScraped() ? "scraped" : Failures.inWords(result.outcome()));
    }

    private static Row row(Target target, Map<URI, Result> results) {
        return switch (target) {
            case Target.Fetchable(String text, URI uri) -> Row.of(text, results.getOrDefault(uri, NOT_BEGUN));
            case Target.Unfit unfit -> Row.of(unfit.text(), unfit.failed());
        };
    }
}

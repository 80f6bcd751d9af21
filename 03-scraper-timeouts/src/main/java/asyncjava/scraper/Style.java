package asyncjava.scraper;

import asyncjava.common.cli.Choice;
import asyncjava.common.timeline.Timeline;
import java.util.List;
import java.util.Locale;

/// The styles by the names that `--style` takes, in the order in which they are best read.
enum Style {
    THREADS("a virtual thread for each page, which waits where it has to"),
    REACTIVE("streams on Reactor Netty's event loops");

    private final String summary;

    Style(String summary) {
        this.summary = summary;
    }

    /// Reads what follows `--style`: `all`, or names with commas between.
    ///
    /// @throws asyncjava.common.cli.BadInput for any other name
    static List<Style> parse(String text) {
        return Choice.several("--style", text, List.of(values()));
    }

    String summary() {
        return summary;
    }

    Scraper open(Limits limits, Extraction extraction, Timeline timeline) {
        return switch (this) {
            case THREADS -> new VirtualThreadScraper(limits, extraction, timeline);
            case REACTIVE -> new ReactiveScraper(limits, extraction, timeline);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

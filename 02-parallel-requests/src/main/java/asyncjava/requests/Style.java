package asyncjava.requests;

import asyncjava.common.cli.Choice;
import java.util.List;
import java.util.Locale;

/// The styles by the names that `--style` takes, in the order in which they are best read.
enum Style {
    SEQUENTIAL("one after another"),
    VIRTUAL("a virtual thread for each request"),
    FUTURE("sendAsync, and no thread that waits"),
    REACTOR("a stream on Reactor Netty's event loops");

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

    Fetcher open(Limits limits) {
        return switch (this) {
            case SEQUENTIAL -> new SequentialFetcher(limits);
            case VIRTUAL -> new VirtualThreadFetcher(limits);
            case FUTURE -> new CompletableFutureFetcher(limits);
            case REACTOR -> new ReactiveFetcher(limits);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

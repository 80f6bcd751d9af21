package asyncjava.queue;

import asyncjava.common.cli.Choice;
import java.util.List;
import java.util.Locale;

/// The styles by the names that `--style` takes, in the order in which they are best read.
enum Style {
    THREADS("a queue of our own, and a virtual thread for each worker"),
    REACTIVE("a sink, and a lane of the stream for each worker");

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

    OrderQueue open(Limits limits, Handler handler, Listener listener) {
        return switch (this) {
            case THREADS -> new VirtualThreadOrders(limits, handler, listener);
            case REACTIVE -> new ReactiveOrders(limits, handler, listener);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

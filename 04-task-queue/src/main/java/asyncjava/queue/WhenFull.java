package asyncjava.queue;

import asyncjava.common.cli.Choice;
import java.util.List;
import java.util.Locale;

/// What becomes of one order too many.
enum WhenFull {
    /// Who brings it waits: backpressure.
    WAIT,
    /// It is not accepted, and who brings it is told so.
    REFUSE,
    /// It is accepted, and the one that has waited longest is handed back.
    DROP_OLDEST;

    static WhenFull parse(String text) {
        return Choice.one("--when-full", text, List.of(values()));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

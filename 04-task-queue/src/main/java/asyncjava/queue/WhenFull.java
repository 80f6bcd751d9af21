package asyncjava.queue;

import asyncjava.common.cli.BadInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What becomes of one order too many.
enum WhenFull {
    /// Who brings it waits: backpressure.
    WAIT,
    /// It is not accepted, and who brings it is told so.
    REFUSE,
    /// It is accepted, and the one that has waited longest is handed back.
    DROP_OLDEST;

    static WhenFull parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "--when-full",
                        text,
                        Arrays.stream(values()).map(WhenFull::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

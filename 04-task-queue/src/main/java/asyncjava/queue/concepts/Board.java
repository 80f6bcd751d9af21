package asyncjava.queue.concepts;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Keeps what it is told in the column of the moment at which it is told.
final class Board implements LongConsumer {

    static final Duration TICK = Duration.ofMillis(100);

    private static final int COLUMNS = 10;

    /// The time of all columns, and what rounding adds to the last.
    static final Duration WHOLE = TICK.multipliedBy(COLUMNS).plus(TICK.dividedBy(2));

    static final String HEADING = IntStream.rangeClosed(1, COLUMNS)
            .mapToObj(column -> "%5d".formatted(column * TICK.toMillis()))
            .collect(Collectors.joining());

    private final long start = System.nanoTime();
    private final String[] cells = new String[COLUMNS];

    Board() {
        Arrays.fill(cells, "    .");
    }

    @Override
    public void accept(long told) {
        long column = Math.round((double) (System.nanoTime() - start) / TICK.toNanos());
        if (column >= 1 && column <= COLUMNS) {
            cells[(int) column - 1] = "%5d".formatted(told);
        }
    }

    @Override
    public String toString() {
        return String.join("", cells);
    }
}

package asyncjava.queue.exercise.sales;

import static java.util.Comparator.reverseOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public final class SalesPerMinute implements AutoCloseable {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final int MOST_NAMED = 3;

    private record Sale(Instant made, String product, int pieces) {}

    private final InstantSource clock;
    private final Consumer<Sales> listener;
    private final ScheduledExecutorService timer;
    private final Future<?> reports;

    /// The oldest first.
    private final Queue<Sale> window = new ArrayDeque<>();

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {
        this.clock = clock;
        this.listener = listener;
        this.timer = timer;
        reports = timer.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
    }

    public synchronized void record(String product, int pieces) {
        // The clock is read under the lock, or a later sale could come before an earlier one.
        Instant now = clock.instant();
        window.add(new Sale(now, product, pieces));
        timer.schedule(this::lastMinute, WINDOW.toSeconds(), TimeUnit.SECONDS);
    }

    public synchronized Sales lastMinute() {
        forgetTheOld(clock.instant());
        Map<String, Integer> piecesOf = new HashMap<>();
        for (Sale sale : window) {
            piecesOf.merge(sale.product, sale.pieces, Integer::sum);
        }
        List<String> top = piecesOf.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NAMED)
                .map(Map.Entry::getKey)
                .toList();
        return new Sales(window.stream().mapToInt(Sale::pieces).sum(), top);
    }

    @Override
    public void close() {
        reports.cancel(false);
    }

    private void forgetTheOld(Instant now) {
        Instant latestToGo = now.minus(WINDOW);
        while (!window.isEmpty() && !window.element().made.isAfter(latestToGo)) {
            window.remove();
        }
    }

    private void report() {
        try {
            listener.accept(lastMinute());
        } catch (RuntimeException e) {
            // A periodic task that throws is not run again.
            System.getLogger("sales").log(System.Logger.Level.WARNING, "a report was not taken: " + e);
        }
    }
}

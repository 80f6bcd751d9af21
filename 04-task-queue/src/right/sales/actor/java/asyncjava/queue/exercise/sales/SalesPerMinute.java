package asyncjava.queue.exercise.sales;

import static java.util.Comparator.reverseOrder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One thread does all that touches the window, and is asked. Keeps the totals up to date, rather than to
/// add them up whenever it is asked.
public final class SalesPerMinute implements AutoCloseable {

    private record Sale(Instant made, String product, int pieces) {}

    private final InstantSource clock;
    private final ScheduledFuture<?> reports;
    private final ExecutorService actor =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    private final Queue<Sale> window = new ArrayDeque<>();
    private final Map<String, Integer> piecesOf = new HashMap<>();
    private int pieces;

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {
        this.clock = clock;
        reports = timer.scheduleAtFixedRate(
                () -> CompletableFuture.completedFuture(lastMinute()).thenAccept(listener), 1, 1, TimeUnit.MINUTES);
    }

    public void record(String product, int pieces) {
        inTurn(() -> {
            count(product, pieces);
            return window.add(new Sale(clock.instant(), product, pieces));
        });
    }

    public Sales lastMinute() {
        return inTurn(() -> {
            Instant now = clock.instant();
            while (!window.isEmpty() && !now.isBefore(window.element().made.plusSeconds(60))) {
                Sale old = window.remove();
                count(old.product, -old.pieces);
            }
            return new Sales(
                    pieces,
                    piecesOf.entrySet().stream()
                            .sorted(Map.Entry.<String, Integer>comparingByValue(reverseOrder())
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(3)
                            .map(Map.Entry::getKey)
                            .toList());
        });
    }

    @Override
    public void close() {
        reports.cancel(false);
        actor.close();
    }

    private void count(String product, int change) {
        pieces += change;
        piecesOf.merge(product, change, (before, more) -> before + more == 0 ? null : before + more);
    }

    private <T> T inTurn(Supplier<T> step) {
        return CompletableFuture.supplyAsync(step, actor).join();
    }
}

package asyncjava.queue.exercise.sales;

import static java.util.Comparator.reverseOrder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

public final class SalesPerMinute implements AutoCloseable {

    private record Sale(Instant made, String product, int pieces) {}

    private final InstantSource clock;
    private final Consumer<Sales> listener;
    private final Future<?> reports;
    private final Queue<Sale> window = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> piecesOf = new ConcurrentHashMap<>();
    private final AtomicInteger pieces = new AtomicInteger();

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {
        this.clock = clock;
        this.listener = listener;
        reports = timer.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
    }

    public void record(String product, int pieces) {
        window.add(new Sale(clock.instant(), product, pieces));
        count(product, pieces);
    }

    public Sales lastMinute() {
        forgetTheOld();
        Map<String, Integer> counted = Map.copyOf(piecesOf);
        List<String> top = counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        return new Sales(pieces.get(), top);
    }

    @Override
    public void close() {
        reports.cancel(false);
    }

    private synchronized void forgetTheOld() {
        Instant latestToGo = clock.instant().minusSeconds(60);
        while (!window.isEmpty() && !window.element().made.isAfter(latestToGo)) {
            Sale old = window.remove();
            count(old.product, -old.pieces);
        }
    }

    private void count(String product, int change) {
        pieces.addAndGet(change);
        piecesOf.merge(product, change, (before, more) -> before + more == 0 ? null : before + more);
    }

    private void report() {
        try {
            listener.accept(lastMinute());
        } catch (RuntimeException e) {
            System.getLogger("sales").log(System.Logger.Level.WARNING, "a report was not taken: " + e);
        }
    }
}

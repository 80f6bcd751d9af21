package asyncjava.queue.exercise.sales;

import static java.util.Comparator.reverseOrder;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public final class SalesPerMinute implements AutoCloseable {

    private final Consumer<Sales> listener;
    private final Future<?> reports;
    private final Map<String, Integer> piecesOf = new HashMap<>();

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {
        this.listener = listener;
        reports = timer.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
    }

    public synchronized void record(String product, int pieces) {
        piecesOf.merge(product, pieces, Integer::sum);
    }

    public synchronized Sales lastMinute() {
        List<String> top = piecesOf.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        return new Sales(piecesOf.values().stream().mapToInt(Integer::intValue).sum(), top);
    }

    @Override
    public void close() {
        reports.cancel(false);
    }

    private void report() {
        Sales sales = lastMinute();
        synchronized (this) {
            piecesOf.clear();
        }
        try {
            listener.accept(sales);
        } catch (RuntimeException e) {
            System.getLogger("sales").log(System.Logger.Level.WARNING, "a report was not taken: " + e);
        }
    }
}

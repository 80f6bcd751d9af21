package asyncjava.queue.exercise.sales;

import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public final class SalesPerMinute implements AutoCloseable {

    private record Sale(Instant made, String product, int pieces) {

        boolean countsAt(Instant now) {
            return now.isBefore(made.plusSeconds(60));
        }
    }

    private final InstantSource clock;
    private final Consumer<Sales> listener;
    private final Future<?> reports;
    private final Queue<Sale> window = new ConcurrentLinkedQueue<>();

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {
        this.clock = clock;
        this.listener = listener;
        reports = timer.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
    }

    public void record(String product, int pieces) {
        window.add(new Sale(clock.instant(), product, pieces));
    }

    public Sales lastMinute() {
        Instant now = clock.instant();
        for (Sale oldest = window.peek(); oldest != null && !oldest.countsAt(now); oldest = window.peek()) {
            window.poll();
        }
        return of(window.stream().filter(sale -> sale.countsAt(now)).toList());
    }

    @Override
    public void close() {
        reports.cancel(false);
    }

    private static Sales of(Collection<Sale> sales) {
        Map<String, Integer> piecesOf = sales.stream().collect(groupingBy(Sale::product, summingInt(Sale::pieces)));
        List<String> top = piecesOf.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        return new Sales(sales.stream().mapToInt(Sale::pieces).sum(), top);
    }

    private void report() {
        try {
            listener.accept(lastMinute());
        } catch (RuntimeException e) {
            System.getLogger("sales").log(System.Logger.Level.WARNING, "a report was not taken: " + e);
        }
    }
}

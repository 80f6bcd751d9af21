package asyncjava.queue.exercise.sales;

import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The window is a list that never changes, and is replaced as a whole.
public final class SalesPerMinute implements AutoCloseable {

    private record Sale(Instant made, String product, int pieces) {

        boolean countsAt(Instant now) {
            return now.isBefore(made.plusSeconds(60));
        }
    }

    private final InstantSource clock;
    private final Consumer<Sales> listener;
    private final Future<?> reports;
    private final AtomicReference<List<Sale>> window = new AtomicReference<>(List.of());

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {
        this.clock = clock;
        this.listener = listener;
        reports = timer.scheduleAtFixedRate(this::report, 1, 1, TimeUnit.MINUTES);
    }

    public void record(String product, int pieces) {
        Sale sale = new Sale(clock.instant(), product, pieces);
        window.updateAndGet(
                sales -> Stream.concat(sales.stream(), Stream.of(sale)).toList());
    }

    public Sales lastMinute() {
        Instant now = clock.instant();
        return of(window.updateAndGet(
                sales -> sales.stream().filter(sale -> sale.countsAt(now)).toList()));
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

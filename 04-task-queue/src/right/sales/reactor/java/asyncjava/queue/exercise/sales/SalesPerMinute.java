package asyncjava.queue.exercise.sales;

import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/// Whatever changes the window goes through one sink, one after another.
public final class SalesPerMinute implements AutoCloseable {

    private record Sale(Instant made, String product, int pieces) {}

    private final InstantSource clock;
    private final Sinks.Many<UnaryOperator<List<Sale>>> changes =
            Sinks.many().unicast().onBackpressureBuffer();
    private final Disposable reports;
    private volatile List<Sale> window = List.of();

    public SalesPerMinute(InstantSource clock, ScheduledExecutorService timer, Consumer<Sales> listener) {
        this.clock = clock;
        changes.asFlux().scan(window, (before, change) -> change.apply(before)).subscribe(after -> window = after);
        reports = Flux.interval(Duration.ofMinutes(1), Schedulers.fromExecutorService(timer))
                .doOnNext(_ -> listener.accept(lastMinute()))
                .onErrorContinue(RuntimeException.class, (_, _) -> {})
                .subscribe();
    }

    public void record(String product, int pieces) {
        Sale sale = new Sale(clock.instant(), product, pieces);
        change(sales -> Stream.concat(sales.stream(), Stream.of(sale)).toList());
    }

    public Sales lastMinute() {
        Instant latestToGo = clock.instant().minusSeconds(60);
        List<Sale> sales = change(all ->
                all.stream().filter(sale -> sale.made.isAfter(latestToGo)).toList());
        Map<String, Integer> piecesOf = sales.stream().collect(groupingBy(Sale::product, summingInt(Sale::pieces)));
        List<String> top = piecesOf.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(3)
                .map(Map.Entry::getKey)
                .toList();
        return new Sales(sales.stream().mapToInt(Sale::pieces).sum(), top);
    }

    @Override
    public void close() {
        reports.dispose();
    }

    /// A sink takes one at a time.
    private synchronized List<Sale> change(UnaryOperator<List<Sale>> change) {
        changes.tryEmitNext(change).orThrow();
        return window;
    }
}

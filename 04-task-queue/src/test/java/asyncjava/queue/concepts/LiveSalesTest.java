package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.queue.concepts.LiveSales.Order;
import asyncjava.queue.concepts.LiveSales.Orders;
import asyncjava.testkit.Caller;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

@LeavesNoThreadBehind
final class LiveSalesTest {

    private static final List<Integer> MOMENTS = List.of(10, 120, 130, 350, 420);
    private static final List<Integer> PRICES = List.of(1, 2, 4, 8, 16);
    private static final Duration END = Duration.ofMillis(900);

    private final VirtualTime time = VirtualTime.startWithReactor();
    private final List<Long> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void endTime() {
        time.close();
    }

    @Test
    void theLoopTellsWhatWasSoldInTheLastFourSlicesThoughNothingMoreCame() {
        assertThatThrownBy(() -> LiveSales.inALoop(new Script(), time.nanoTime(), told::add))
                .isInstanceOf(InterruptedException.class);

        assertThat(told).containsExactly(1L, 7L, 7L, 15L, 30L, 24L, 24L, 16L, 0L);
    }

    @Test
    void aBoardThatTakesItsTimeMovesNoTick() {
        List<Duration> moments = new ArrayList<>();
        assertThatThrownBy(() -> LiveSales.inALoop(new Script(), time.nanoTime(), _ -> {
                    moments.add(time.elapsed());
                    time.advance(Duration.ofMillis(30));
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(moments).startsWith(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));
    }

    @Test
    void theStreamTellsTheSameFromItsFirstFullWindowOn() {
        Sinks.Many<Order> orders = Sinks.many().unicast().onBackpressureBuffer();
        var board = LiveSales.withReactor(orders.asFlux()).subscribe(told::add);
        time.runDue();
        for (int i = 0; i < MOMENTS.size(); i++) {
            time.advance(Duration.ofMillis(MOMENTS.get(i)).minus(time.elapsed()));
            orders.tryEmitNext(new Order(PRICES.get(i))).orThrow();
        }
        time.advance(END.minus(time.elapsed()));
        board.dispose();

        assertThat(told).containsExactly(15L, 30L, 24L, 24L, 16L, 0L);
    }

    @Test
    void anOrderThatIsSoonerThanTheFirstWindowIsInNone() {
        Sinks.Many<Order> orders = Sinks.many().unicast().onBackpressureBuffer();
        var board = LiveSales.withReactor(orders.asFlux()).subscribe(told::add);
        orders.tryEmitNext(new Order(1)).orThrow();
        time.runDue();
        orders.tryEmitNext(new Order(2)).orThrow();
        time.advance(LiveSales.EVERY.multipliedBy(LiveSales.SLICES));
        board.dispose();

        assertThat(told).containsExactly(2L);
    }

    @Test
    void aQueueThatStaysEmptyIsToldOf() throws InterruptedException {
        BlockingQueue<Order> empty = new ArrayBlockingQueue<>(1);
        CountDownLatch toldTwice = new CountDownLatch(2);
        try (Caller<List<Long>> loop = Caller.of(() -> {
            LiveSales.inALoop(LiveSales.polled(empty), System::nanoTime, _ -> toldTwice.countDown());
            return told;
        })) {
            toldTwice.await();
            loop.interrupt();
            assertThat(loop.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void whoTakesKnowsNoLimit() throws InterruptedException {
        BlockingQueue<Order> queue = new ArrayBlockingQueue<>(1);
        try (Caller<String> taking =
                Caller.of(() -> String.valueOf(LiveSales.taken(queue).poll(0)))) {
            await().until(taking::isWaitingOrEnded);
            assertThat(taking.isDone()).isFalse();

            queue.put(new Order(1));
            assertThat(taking.result()).isEqualTo("Order[price=1]");
        }
    }

    @Test
    void whoWaitsForAnOrderTellsNothingUntilOneComesAndCountsItInTheWrongPlace() throws InterruptedException {
        BlockingQueue<Order> queue = new ArrayBlockingQueue<>(1);
        Orders taken = LiveSales.taken(queue);
        CountDownLatch waiting = new CountDownLatch(1);
        try (Caller<List<Long>> loop = Caller.of(() -> {
            LiveSales.inALoop(
                    nanos -> {
                        waiting.countDown();
                        return taken.poll(nanos);
                    },
                    time.nanoTime(),
                    told::add);
            return told;
        })) {
            waiting.await();
            time.advance(END);
            assertThat(told).isEmpty();

            queue.put(new Order(1));
            await().until(() -> told.size() == 9);
            loop.interrupt();
            assertThat(loop.failure()).isInstanceOf(InterruptedException.class);
        }
        // It came after 900 ms, and counts as one that came in the first 100.
        assertThat(told).containsExactly(1L, 1L, 1L, 1L, 0L, 0L, 0L, 0L, 0L);
    }

    /// Orders that come at their moments; waiting for them moves the time.
    private final class Script implements Orders {

        private int next;

        @Override
        public @Nullable Order poll(long nanos) throws InterruptedException {
            Duration left = Duration.ofNanos(nanos);
            if (time.elapsed().plus(left).compareTo(END) > 0) {
                throw new InterruptedException();
            }
            Duration untilNext =
                    next < MOMENTS.size() ? Duration.ofMillis(MOMENTS.get(next)).minus(time.elapsed()) : END;
            if (untilNext.compareTo(left) >= 0) {
                time.advance(left);
                return null;
            }
            time.advance(untilNext.isPositive() ? untilNext : Duration.ZERO);
            return new Order(PRICES.get(next++));
        }
    }
}

package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.LeavesNoThreadBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/// Thousands of histories at random: orders are brought by several at once, steps fail, hang and throw what
/// they like, and somebody drains or aborts in the middle. Of each the account has to add up.
///
/// A history that fails is named by its seed, which fixes what each caller does; `-Dstress.seed=N` does
/// that one alone, many times, for in what order they come is for the machine to say.
@LeavesNoThreadBehind
@Timeout(120)
final class StressTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration TIME = Duration.ofSeconds(12);

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndNothingIsDoneTwice(Style style) {
        Long only = Long.getLong("stress.seed");
        long first = System.nanoTime();
        int histories = 0;
        for (long end = System.nanoTime() + TIME.toNanos(); System.nanoTime() < end; histories++) {
            long seed = only == null ? first + histories : only;
            try {
                new History(style, seed).play();
            } catch (ExecutionException | InterruptedException | RuntimeException | AssertionError e) {
                throw new AssertionError("%s, with -Dstress.seed=%d".formatted(style, seed), e);
            }
        }
        IO.println("%s: %,d histories".formatted(style, histories));
        assertThat(histories).isGreaterThan(100);
    }

    private static final class History {

        private final Random random;
        private final Limits limits;
        private final Heard heard = new Heard();
        private final Style style;
        private final long seed;
        private final int producers;
        private final int each;

        History(Style style, long seed) {
            this.style = style;
            this.seed = seed;
            random = new Random(seed);
            limits = new Limits(
                    1 + random.nextInt(4),
                    1 + random.nextInt(6),
                    List.of(WhenFull.values()).get(random.nextInt(3)),
                    Duration.ofMillis(random.nextInt(10) == 0 ? 20 : 5_000),
                    1 + random.nextInt(3),
                    Duration.ofNanos(1 + random.nextInt(200_000)));
            producers = 1 + random.nextInt(3);
            each = 1 + random.nextInt(30);
        }

        void play() throws InterruptedException, ExecutionException {
            List<Order> accepted = new ArrayList<>();
            OrderQueue last;
            try (OrderQueue queue = style.open(
                            limits, new Unreliable(seed, limits.deadline().toMillis() < 100), heard);
                    var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                last = queue;
                List<Future<List<Order>>> brought = IntStream.range(0, producers)
                        .mapToObj(number -> executor.submit(() -> bring(queue, number)))
                        .toList();
                if (random.nextInt(3) > 0) {
                    pause();
                    queue.drain();
                }
                if (random.nextInt(3) > 0) {
                    pause();
                    queue.abort();
                }
                for (Future<List<Order>> each : brought) {
                    accepted.addAll(each.get());
                }
                if (random.nextBoolean()) {
                    assertThat(queue.join(LONG)).isTrue();
                }
            }
            assertThat(heard.ended())
                    .containsExactlyInAnyOrderElementsOf(
                            accepted.stream().map(Order::id).toList());
            long served =
                    last.glance().stations().stream().mapToLong(Station::served).sum();
            assertThat(served)
                    .isBetween((long) heard.done().size() + heard.dead().size(), (long) accepted.size());
            assertThat(last.glance().waiting()).isZero();
            Set<String> handedBack =
                    new HashSet<>(heard.handedBack().stream().map(Order::id).toList());
            for (int i = 0; i < producers * 2; i++) {
                String customer = "customer-" + i;
                List<String> processed = accepted.stream()
                        .filter(order -> order.customer().equals(customer))
                        .map(Order::id)
                        .filter(id -> !handedBack.contains(id))
                        .toList();
                assertThat(heard.ended()).filteredOn(processed::contains).containsExactlyElementsOf(processed);
            }
        }

        private void pause() throws InterruptedException {
            Thread.sleep(Duration.ofNanos(random.nextInt(1_000_000)));
        }

        private List<Order> bring(OrderQueue queue, int number) throws InterruptedException {
            Random own = new Random(seed + number);
            List<Order> accepted = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                String customer = "customer-" + (number * 2 + own.nextInt(2));
                Order order = new Order("%d-%03d".formatted(number, i), customer, "tea", 1, 100);
                if (queue.submit(order) == Submitted.ACCEPTED) {
                    accepted.add(order);
                }
            }
            return accepted;
        }
    }

    /// Does what steps do, and what they should not.
    private record Unreliable(long seed, boolean hangs) implements Handler {

        @Override
        public void handle(Order order, Step step, int attempt) throws InterruptedException {
            switch (chance(order, step, attempt)) {
                case 0 -> throw new IllegalStateException("no");
                case 1 -> throw new AssertionError("no");
                case 2 -> Thread.currentThread().interrupt();
                case 3 -> Thread.sleep(Duration.ofNanos(100_000));
                case 4 -> {
                    if (hangs) {
                        Thread.sleep(LONG);
                    }
                }
                default -> {}
            }
        }

        @Override
        public Mono<Void> handleLater(Order order, Step step, int attempt) {
            return switch (chance(order, step, attempt)) {
                case 0 -> Mono.error(new IllegalStateException("no"));
                case 1 -> throw new AssertionError("no");
                case 2 -> Mono.fromRunnable(() -> Thread.currentThread().interrupt());
                case 3 -> Mono.delay(Duration.ofNanos(100_000)).then();
                case 4 -> hangs ? Mono.never() : Mono.empty();
                default -> Mono.empty();
            };
        }

        private int chance(Order order, Step step, int attempt) {
            return new Random(seed + order.id().hashCode() * 31L + step.name().hashCode() * 7L + attempt).nextInt(60);
        }
    }
}

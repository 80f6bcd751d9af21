package asyncjava.queue.exercise.sales;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Scenario;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Several callers of one answer, for an explorer to try in any order. Of three products, one sells 1
/// piece, one 10 and one 100, so that a sum tells what has been counted.
final class SalesOnSchedules implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Map<String, Integer> PIECES = Map.of("apples", 1, "books", 10, "cups", 100);

    private static final int PAUSES = 8;

    private final PausingClock clock = new PausingClock();

    /// Its timer never goes off.
    private final VirtualTime standsStill = VirtualTime.start();

    private final SalesPerMinute sales = new SalesPerMinute(clock, standsStill.scheduler(), _ -> {});

    /// Three sell at once, and each looks whether its own counts.
    static final class SeveralRecord implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            try (SalesOnSchedules all = new SalesOnSchedules()) {
                AtomicBoolean missed = new AtomicBoolean();
                List<Schedule.Code> sellers = PIECES.keySet().stream()
                        .sorted()
                        .<Schedule.Code>map(product -> () -> {
                            all.sell(product);
                            if (!namesIn(all.lastMinute()).contains(product)) {
                                missed.set(true);
                            }
                        })
                        .toList();
                schedule.together(sellers.toArray(Schedule.Code[]::new));
                schedule.time().sleep(Duration.ofNanos(1)); // which passes when nobody can go on
                all.countsOnly("Three sellers had recorded 1, 10 and 100 pieces at the same moment.", """
                        A sale is lost. Where two threads change something at the same moment, one of the changes may be: change
                        it in one step, or under a lock. A sink of Reactor's refuses what comes while another emits: look at what
                        tryEmitNext returns.""", 111);
                assertThat(missed).withFailMessage("""
                                A seller had recorded a sale, and record() had returned. But lastMinute() did not have it: it was
                                counted only later. Where another thread does the counting, wait for it.""").isFalse();
            }
        }
    }

    /// One sale is over, and two notice that at once, while a third comes.
    static final class TwoForget implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            try (SalesOnSchedules all = new SalesOnSchedules()) {
                all.sell("apples");
                all.clock.show(30);
                all.sell("books");
                all.clock.show(60);
                schedule.together(all::lastMinute, all::lastMinute, () -> all.sell("cups"));
                all.countsOnly(
                        "1 piece was sold 60 s ago, 10 were 30 s ago, and 100 now, while two others called lastMinute().",
                        """
                        Two may see the same old sale and both remove the first: the second removes the one behind it. Look and
                        remove in one step, under one lock.""",
                        110);
            }
        }
    }

    /// One sells at 0 s and one at 1 s, and the later may be the quicker.
    static final class OneIsOvertaken implements Scenario {

        @Override
        public void run(Schedule schedule) throws Exception {
            try (SalesOnSchedules all = new SalesOnSchedules()) {
                Started<?> slow = schedule.run("slow", () -> {
                    all.clock.watchThisThread();
                    all.sell("apples");
                });
                pauseAWhile();
                all.clock.show(1);
                all.sell("books");
                slow.result();
                boolean soldAtStart = all.clock.hasShownOnlyTheStart();
                all.clock.show(60);
                all.countsOnly(
                        "1 piece was sold at %s s, and 10 were at 1 s. The clock shows 60 s."
                                .formatted(soldAtStart ? "0" : "0 or 1"),
                        """
                        An older sale has come behind a newer one in the window, and whoever looks only at the first does not see
                        that it is over. Read the clock under the lock, or in the same turn in which the sale is added, or look
                        at all of them.""",
                        soldAtStart ? new Integer[] {10} : new Integer[] {10, 11});
                all.clock.show(61);
                all.countsOnly("1 piece was sold at 0 or at 1 s, and 10 were at 1 s. The clock shows 61 s.", "", 0);
            }
        }
    }

    @Override
    public void close() {
        sales.close();
        standsStill.close();
    }

    /// So that another may do all of what it does meanwhile.
    private static void pauseAWhile() {
        for (int i = 0; i < PAUSES; i++) {
            Schedule.pause();
        }
    }

    private void sell(String product) {
        sales.record(product, Objects.requireNonNull(PIECES.get(product)));
    }

    /// Sees that the sum and the products are of the same sales.
    private Sales lastMinute() {
        Sales seen = sales.lastMinute();
        List<String> top = namesIn(seen);
        assertThat(seen.top()).withFailMessage("""
                        "apples" sell 1 piece, "books" 10 and "cups" 100. lastMinute() returned
                          %s,
                        whose pieces and top are not of the same sales: %d pieces are %s.
                        Two collections that are safe each by itself are two steps, and somebody may look between them. Change and
                        look at both under one lock, or take both from one look at the sales.""", seen, seen.pieces(), top).isEqualTo(top);
        return seen;
    }

    /// Which products a sum is made of, the most first.
    private static List<String> namesIn(Sales sales) {
        return Stream.of("cups", "books", "apples")
                .filter(product -> sales.pieces() / PIECES.get(product) % 10 == 1)
                .toList();
    }

    private void countsOnly(String when, String advice, Integer... pieces) {
        Sales seen = lastMinute();
        assertThat(seen.pieces())
                .withFailMessage(
                        """
                        %s
                        Expected %s pieces to count, but lastMinute() returned
                          %s.
                        %s""",
                        when, Stream.of(pieces).map(String::valueOf).collect(Collectors.joining(" or ")), seen, advice)
                .isIn((Object[]) pieces);
    }

    /// Whoever reads it may be overtaken before they have done anything with it.
    private static final class PausingClock implements InstantSource {

        private final Queue<Instant> shown = new ConcurrentLinkedQueue<>();
        private volatile Instant now = START;
        private volatile @Nullable Thread watched;

        @Override
        public Instant instant() {
            Schedule.pause();
            Instant seen = now;
            if (Thread.currentThread().equals(watched)) {
                shown.add(seen);
                pauseAWhile();
            }
            Schedule.pause();
            return seen;
        }

        void show(int seconds) {
            now = START.plusSeconds(seconds);
        }

        void watchThisThread() {
            watched = Thread.currentThread();
        }

        /// Whether the thread that is watched has read the clock itself, and always saw the start: then it
        /// was the start that it saw.
        boolean hasShownOnlyTheStart() {
            return !shown.isEmpty() && shown.stream().allMatch(START::equals);
        }
    }
}

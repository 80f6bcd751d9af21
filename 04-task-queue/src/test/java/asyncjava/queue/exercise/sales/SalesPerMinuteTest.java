package asyncjava.queue.exercise.sales;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.OtherThreads;
import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Pausing;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged in virtual time, which goes to the nanosecond. At the end several record and ask at once, on many
/// schedules.
@Exercise
final class SalesPerMinuteTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration A_NANOSECOND = Duration.ofNanos(1);
    private static final int PRODUCTS = 1_000;
    private static final int MINUTES = 5;

    private static final String EMPTIED = """
            Whoever counts from report to report begins at zero each minute, and right after that knows of nothing. The
            window slides: each sale has a minute of its own.""";

    private final OtherThreads others = OtherThreads.watch();
    private final VirtualTime time = VirtualTime.startWithReactor();
    private final Queue<Sales> reports = new ConcurrentLinkedQueue<>();
    private final List<SalesPerMinute> made = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        try {
            for (SalesPerMinute each : made) {
                does(each::close);
            }
        } finally {
            time.close();
        }
    }

    @Test
    @Order(1)
    void whatWasRecordedIsCounted() throws InterruptedException {
        SalesPerMinute sales = create(reports::add);
        isNow(sales, sold(0), "Nothing has been sold.", "");
        record(sales, "tea", 2);
        record(sales, "tea", 3);
        isNow(sales, sold(5, "tea"), "2 pieces of \"tea\" were sold, and 3 more.", """
                Add up the pieces of all sales of a product, and name it once.""");
    }

    @Test
    @Order(2)
    void aSaleCountsForSixtySecondsToTheNanosecond() throws InterruptedException {
        SalesPerMinute sales = create(reports::add);
        pass(Duration.ofNanos(30_000_000_042L));
        record(sales, "tea", 1);
        pass(Duration.ofSeconds(31));
        isNow(sales, sold(1, "tea"), "1 piece was sold at 30.000000042 s. It is 61.000000042 s.", EMPTIED);
        pass(Duration.ofSeconds(29).minus(A_NANOSECOND));
        isNow(sales, sold(1, "tea"), "1 piece was sold at 30.000000042 s. It is 90.000000041 s.", """
                A sale counts to the last nanosecond: whole seconds, or milliseconds, are too coarse to say when it ends.""");
        pass(A_NANOSECOND);
        isNow(sales, sold(0), "1 piece was sold at 30.000000042 s. It is 90.000000042 s.", """
                After 60 s it counts no more, not even at that very moment. A comparison that takes the edge the other way
                counts it in two reports: isBefore and !isAfter differ there. And a clock of your own does not go by this time.""");
    }

    @Test
    @Order(3)
    void theTopThreeAndTiesByTheAlphabet() throws InterruptedException {
        SalesPerMinute sales = create(reports::add);
        record(sales, "tea", 9);
        pass(Duration.ofSeconds(30));
        record(sales, "walnuts", 5);
        for (String product : List.of("rice", "Zwieback", "flour", "milk")) {
            record(sales, product, 2);
            record(sales, product, 1);
        }
        isNow(sales, sold(26, "tea", "walnuts", "Zwieback"), """
                9 of "tea", 5 of "walnuts" and 3 each of "rice", "Zwieback", "flour" and "milk" were sold.""", """
                Most pieces first, and at most three. Where two have as many pieces, the one that is first by the alphabet
                comes first, as String.compareTo has it, capitals before small letters: a map has an order of its own, or none.
                And where pieces are missing, many sales may be made at the very same moment: a map by time, or a set, keeps one
                of them.""");
        pass(Duration.ofSeconds(30));
        isNow(sales, sold(17, "walnuts", "Zwieback", "flour"), """
                Half a minute later the 9 of "tea" count no more.""", """
                What counts no more counts in neither of the two.""");
    }

    @Test
    @Order(4)
    void whatDoesNotCountAnyMoreIsLetGoOf() throws InterruptedException {
        SalesPerMinute sales = create(_ -> {});
        pass(Duration.ofSeconds(30));
        List<WeakReference<String>> old = recordMany(sales);
        pass(MINUTE);
        pass(Duration.ofSeconds(30));
        isLetGoOf(old, "Nothing was sold since", """
                Whoever tidies up only when something is recorded keeps it all when nothing is sold any more.""");
        record(sales, "tea", 1);
        isNow(sales, sold(1, "tea"), PRODUCTS + " products were sold 90 s ago, and 1 piece now.", "");
        isLetGoOf(old, "One more sale was recorded", "");
    }

    @Test
    @Order(5)
    void aReportIsMadeEachMinuteUntilItIsClosed() throws InterruptedException {
        pass(Duration.ofSeconds(17)); // of a minute of the clock
        SalesPerMinute sales = create(reports::add);
        record(sales, "tea", 1);
        pass(Duration.ofSeconds(1));
        record(sales, "rice", 2);
        pass(Duration.ofSeconds(59).minus(A_NANOSECOND));
        reportsAre("Up to 59.999999999 s after it was made");
        pass(A_NANOSECOND);
        reportsAre("Up to 60 s after it was made, with 1 piece sold at 0 s and 2 at 1 s", sold(2, "rice"));
        pass(MINUTE);
        reportsAre("Up to 120 s, with 1 piece sold at 0 s and 2 at 1 s", sold(2, "rice"), sold(0));

        record(sales, "tea", 1);
        does(sales::close);
        others.awaitRest();
        nothingIsPlanned("It was closed");
        assertThat(time.scheduler().isShutdown())
                .withFailMessage(
                        "It was closed, and the timer is shut down. The timer is lent, and others use it: cancel only your own.")
                .isFalse();
        pass(MINUTE);
        reportsAre("Up to 180 s, and closed after 120 s", sold(2, "rice"), sold(0));

        SalesPerMinute[] closesItself = new SalesPerMinute[1];
        closesItself[0] = create(_ -> closesItself[0].close());
        pass(MINUTE);
        nothingIsPlanned("It was closed by the listener, while a report was made");
    }

    @Test
    @Order(6)
    void aListenerThatThrowsEndsNoReports() throws InterruptedException {
        create(report -> {
            reports.add(report);
            throw new RuntimeException("this listener takes no reports") {};
        });
        for (int minute = 0; minute < MINUTES; minute++) {
            pass(MINUTE);
        }
        assertThat(reports).withFailMessage("""
                        The listener threw a RuntimeException at each report. Expected %d reports in as many minutes, but it was %d.
                        A periodic task that throws is not run again, and a Flux that has failed is over. Catch what the listener
                        throws around each report.""", MINUTES, reports.size()).hasSize(MINUTES);
    }

    @Test
    @Order(7)
    void noSaleIsLostWhenSeveralRecord() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(SalesOnSchedules.SeveralRecord.class));
    }

    @Test
    @Order(8)
    void eachSaleCountsForItsMinuteHoweverTheyTakeTurns() throws ReflectiveOperationException {
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(SalesOnSchedules.TwoForget.class));
        SCHEDULES.each(Pausing.atFieldsAndOwnCalls(SalesOnSchedules.OneIsOvertaken.class));
    }

    private SalesPerMinute create(Consumer<Sales> listener) throws InterruptedException {
        SalesPerMinute sales = returned(() -> new SalesPerMinute(time.clock(), time.scheduler(), listener));
        made.add(sales);
        others.awaitRest();
        return sales;
    }

    /// Each of a product of its own, which nobody else holds.
    private List<WeakReference<String>> recordMany(SalesPerMinute sales) throws InterruptedException {
        return returned(() -> IntStream.range(0, PRODUCTS)
                .mapToObj(i -> {
                    String product = "product " + i;
                    sales.record(product, 1);
                    return new WeakReference<>(product);
                })
                .toList());
    }

    private static void isLetGoOf(List<WeakReference<String>> old, String since, String advice) {
        long kept = stillThere(old);
        assertThat(kept).withFailMessage("""
                        %d products were sold 90 s ago, and none of them again. %s, a report has been made after they
                        had ceased to count, and %d of them are still in memory.
                        To leave them out when you add up is not enough, since a stream has no end: remove what is old from each
                        collection that it is in. %s""", PRODUCTS, since, kept, advice).isLessThan(PRODUCTS / 10);
    }

    private static long stillThere(List<WeakReference<String>> references) {
        long there = references.size();
        for (int look = 0; look < 10 && there > 0; look++) {
            System.gc();
            there = references.stream().filter(each -> each.get() != null).count();
        }
        return there;
    }

    /// And waits until all have done what there is to do: that it counts when this has returned is for
    /// schedules.
    private void record(SalesPerMinute sales, String product, int pieces) throws InterruptedException {
        does(() -> sales.record(product, pieces));
        others.awaitRest();
    }

    /// Lets time pass, and then waits until all have done what there is to do.
    private void pass(Duration by) throws InterruptedException {
        does(() -> time.advance(by));
        others.awaitRest();
    }

    private static void isNow(SalesPerMinute sales, Sales expected, String when, String advice)
            throws InterruptedException {
        Sales seen = returned(sales::lastMinute);
        assertThat(seen).withFailMessage("""
                        %s
                        Expected lastMinute() to return
                          %s,
                        but it returned
                          %s.
                        %s""", when, expected, seen, advice).isEqualTo(expected);
    }

    private void nothingIsPlanned(String when) {
        assertThat(time.scheduled()).withFailMessage("""
                        %s, and something is left on the timer.
                        Cancel all that you have planned, and plan nothing after that.""", when).isZero();
    }

    private void reportsAre(String when, Sales... expected) {
        assertThat(reports)
                .withFailMessage("""
                        %s, expected
                          %s
                        to be reported, but it was
                          %s.
                        A report is made each 60 s of the timer that you are handed, for the first time 60 s after the constructor
                        was called, and is what lastMinute() would return then.""", when, List.of(expected), reports)
                .containsExactly(expected);
    }

    private static Sales sold(int pieces, String... top) {
        return new Sales(pieces, List.of(top));
    }

    private static void does(Runnable call) throws InterruptedException {
        returned(Executors.callable(call));
    }

    private static <T> T returned(Callable<T> call) throws InterruptedException {
        try (Caller<T> caller = Caller.of(call)) {
            return caller.result("Nothing here has to wait for anything but a lock: who holds it?");
        }
    }
}

package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AccountTest {

    private final List<Station> stations = List.of(new Station(1), new Station(2));

    /// So many orders accepted, of which these became something; none waits any more.
    private Account account(long accepted, long done, long dead, long handedBack) {
        return new Account(accepted, 0, done, dead, handedBack, List.of(), new Glance(0, 3, stations));
    }

    private void served(int orders) {
        IntStream.range(0, orders).forEach(i -> stations.get(i % 2).ended(0, 0));
    }

    @Test
    void anAccountInWhichEveryOrderIsFoundAgainBalances() {
        served(8);

        assertThat(account(10, 6, 1, 3).balances()).isTrue();
        assertThat(account(10, 6, 1, 3).draw(10)).doesNotContain("ADD UP");
    }

    @Test
    void oneOrderLostDoesNot() {
        served(8);

        assertThat(account(11, 6, 1, 3).balances()).isFalse();
        assertThat(account(11, 6, 1, 3).draw(10)).contains("handed back   THIS DOES NOT ADD UP");
    }

    @Test
    void norDoesOneThatEndedTwice() {
        served(8);

        assertThat(account(9, 6, 1, 3).balances()).isFalse();
    }

    @Test
    void norDoesOneThatNoWorkerServed() {
        served(6);

        assertThat(account(10, 6, 1, 3).balances()).isFalse();
    }

    @Test
    void norWorkersWhoServedMoreThanWasAccepted() {
        served(11);

        assertThat(account(10, 6, 1, 3).balances()).isFalse();
    }

    @Test
    void timesAreThoseOfAllWorkersTogether() {
        IntStream.rangeClosed(1, 100).forEach(i -> stations.get(i % 2).ended(millis(i), millis(2L * i)));

        assertThat(account(100, 100, 0, 0).draw(10))
                .contains("  by worker: 50, 50")
                .containsPattern(
                        "waited (50|50\\.\\d)\\d* ms \\(p50\\) to 99(\\.\\d+)? ms \\(p99\\), took 10\\d(\\.\\d+)? ms")
                .contains("at most 3 waited at once, of 10 that may");
    }

    @Test
    void theFirstDeadAreNamedAndTheOthersCounted() {
        Tally tally = new Tally(_ -> {});
        Stream.iterate(1, i -> i + 1)
                .limit(13)
                .map(i -> new Order("order-" + i, "ada", "tea", 1, 100))
                .forEach(order -> {
                    tally.submitted(Submitted.ACCEPTED);
                    tally.dead(DeadLetter.failed(order, Step.CHARGE, new IllegalStateException("no money")));
                });
        served(13);
        Account account = tally.account(new Glance(0, 3, stations));

        assertThat(account.balances()).isTrue();
        assertThat(account.draw(10))
                .contains("dead: order-10 of ada, at charge: ")
                .doesNotContain("order-11")
                .contains("  and 3 more");
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}

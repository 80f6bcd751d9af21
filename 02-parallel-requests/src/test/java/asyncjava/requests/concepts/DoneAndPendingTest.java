package asyncjava.requests.concepts;

import static asyncjava.requests.concepts.DoneAndPending.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Gate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

final class DoneAndPendingTest extends SiteTest {

    @Test
    void invokeAllGivesWhatIsThereAndCancelsWhatIsNot() throws InterruptedException {
        Gate tea = hold("tea");
        hold("egg").open();
        List<Request> requests = List.of(request("tea"), request("egg"));

        // No patience is long enough for every machine: doubled until the egg comes within it.
        Duration patience = Duration.ofMillis(100);
        List<String> answers = DoneAndPending.cutOff(requests, patience);
        while (answers.equals(List.of(PENDING, PENDING))) {
            patience = patience.multipliedBy(2);
            answers = DoneAndPending.cutOff(requests, patience);
        }

        assertThat(answers).containsExactly(PENDING, "egg");
        tea.awaitEmpty();
    }

    @Test
    void completeOnTimeoutLetsWhatIsPendingGoOn() throws InterruptedException {
        Gate tea = hold("tea");
        hold("egg").open();
        List<CompletableFuture<String>> futures =
                List.of(request("tea").future(), request("egg").future());
        tea.awaitInside(1);
        futures.get(1).join();

        assertThat(DoneAndPending.waitFor(futures, Duration.ofMillis(1))).containsExactly(PENDING, "egg");

        tea.open();
        assertThat(futures.get(0).join()).isEqualTo("tea");
        assertThat(DoneAndPending.waitFor(futures, Duration.ofMinutes(1))).containsExactly("tea", "egg");
    }

    @Test
    void patienceWithEachIsThreeTimesThePatience() throws InterruptedException, ExecutionException {
        List<CompletableFuture<String>> never =
                List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
        long began = System.nanoTime();

        assertThat(DoneAndPending.patientWithEach(never, Duration.ofMillis(30)))
                .containsExactly(PENDING, PENDING, PENDING);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(90));
    }
}

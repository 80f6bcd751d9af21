package asyncjava.scraper.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget(50);
    private int requests;

    @Test
    void inAnOutageThereAreAsManyRetriesAsTheBudgetPaysFor() {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> RetryBudget.withBudget(this::failing, 3, budget))
                    .hasMessage("no answer");
        }

        assertThat(requests).isEqualTo(110);
    }

    @Test
    void withoutABudgetAnOutageIsAnsweredWithFourTimesTheLoad() {
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> RetryBudget.withoutBudget(this::failing, 3))
                    .hasMessage("no answer");
        }

        assertThat(requests).isEqualTo(400);
    }

    @Test
    void aCallHasNoMoreRetriesThanItsOwn() {
        assertThatThrownBy(() -> RetryBudget.withBudget(this::failing, 2, budget))
                .hasMessage("no answer");

        assertThat(requests).isEqualTo(3);
    }

    @Test
    void fiveSuccessesPayForARetry() throws Exception {
        while (budget.spend()) {
            // until nothing is left
        }
        for (int i = 0; i < RetryBudget.PRICE; i++) {
            assertThat(budget.spend()).isFalse();
            assertThat(RetryBudget.withBudget(() -> "page", 3, budget)).isEqualTo("page");
        }

        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void successesSaveUpNoMoreThanTheBudgetHolds() {
        for (int i = 0; i < 1000; i++) {
            budget.earn();
        }
        int retries = 0;
        while (budget.spend()) {
            retries++;
        }

        assertThat(retries).isEqualTo(10);
    }

    private String failing() throws IOException {
        requests++;
        throw new IOException("no answer");
    }
}

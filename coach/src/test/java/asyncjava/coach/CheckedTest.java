package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import asyncjava.coach.Checked.Property;
import asyncjava.coach.judge.Verdict.TestResult;
import asyncjava.coach.worker.Message.Outcome;
import asyncjava.testkit.schedule.Explorer;
import org.junit.jupiter.api.Test;

final class CheckedTest {

    /// The sentence that names it is written in the testkit and read in coach.
    @Test
    void thePropertyKnowsTheSeedOfTheScheduleOnWhichItFailed() {
        AssertionError failure = catchThrowableOfType(
                AssertionError.class,
                () -> Explorer.seeds(1).each(_ -> {
                    throw new AssertionError("Expected 1, but saw 2.");
                }));

        Property property = Property.of(new TestResult("adds()", Outcome.FAILED, String.valueOf(failure.getMessage())));

        assertThat(property.seed()).isEqualTo(0L);
    }
}

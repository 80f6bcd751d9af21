package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MeasuredJobTest {

    @Test
    void aSliceHasThePrimesFromItsFirstNumberToTheOneBeforeTheNextSlice() throws InterruptedException {
        // As one can look up, there are 5133 prime numbers below 50,000 and 9592 below 100,000.
        assertThat(MeasuredJob.CPU_BOUND.part(0)).isEqualTo(5_133);
        assertThat(MeasuredJob.CPU_BOUND.part(1)).isEqualTo(9_592 - 5_133);
    }

    @ParameterizedTest
    @EnumSource
    void aJobHasAsManyPartsAsWereAskedFor(MeasuredJob job) {
        assertThat(job.calls(3)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 40})
    void aPartThatDoesNotExistIsRefused(int number) {
        assertThatThrownBy(() -> MeasuredJob.CPU_BOUND.part(number))
                .hasMessage("part must be from 0 to 39, was " + number);
    }
}

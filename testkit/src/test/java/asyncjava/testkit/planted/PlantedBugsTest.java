package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.schedule.Explorer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlantedBugsTest {

    static Stream<Named<PlantedBug>> all() {
        return PlantedBugs.ALL.stream().map(bug -> Named.of(bug.getClass().getSimpleName(), bug));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isFoundForTheRightReason(PlantedBug bug) {
        assertThatThrownBy(() -> Explorer.explore(bug::broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(bug.verdict())
                .hasMessageContaining("To run this schedule alone: ");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTwinPasses(PlantedBug bug) {
        Explorer.explore(bug::corrected);
    }
}

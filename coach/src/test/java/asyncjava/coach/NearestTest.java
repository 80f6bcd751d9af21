package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class NearestTest {

    private static final List<String> EXERCISES = List.of("1.1", "1.2", "1.9", "3.1", "3.2", "3.3", "3.4", "3.5");

    /// So whoever is in the right project sees all of it.
    @Test
    void whatIsAsNearAsTheLastOfThemIsNamedToo() {
        assertThat(Nearest.to("3.9", EXERCISES, List::of)).isEqualTo("Nearest: 3.1, 3.2, 3.3, 3.4, 3.5.");
    }

    @Test
    void whatIsLessNearThanThreeOthersIsNot() {
        assertThat(Nearest.to("wait", List.of("waits", "await", "waiter", "bait"), List::of))
                .isEqualTo("Nearest: waits, await, waiter.");
    }

    @Test
    void whereNothingIsNearAllAreNamed() {
        assertThat(Nearest.to("x", List.of("1.1", "2.1"), List::of)).isEqualTo("There are: 1.1, 2.1.");
    }
}

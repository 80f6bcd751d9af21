package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

final class OneThingAtATimeTest {

    @Test
    void afterAFailureTheTestsThatFollowAreSkipped() {
        assertThat(run("false")).containsExactly("passes SUCCESSFUL", "fails FAILED", "follows ABORTED");
    }

    @Test
    void allRunWhereThatIsAskedFor() {
        assertThat(run("true")).containsExactly("passes SUCCESSFUL", "fails FAILED", "follows SUCCESSFUL");
    }

    @Test
    void whatIsSkippedIsNotMadeEither() {
        ThreeTests.MADE.set(0);
        assertThat(run("false")).contains("follows ABORTED");
        assertThat(ThreeTests.MADE).hasValue(2);
    }

    private static List<String> run(String all) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(ThreeTests.class))
                .configurationParameter("asyncjava.exercise.all", all)
                .execute()
                .testEvents()
                .stream()
                .filter(event -> event.getType() != EventType.STARTED)
                .map(OneThingAtATimeTest::words)
                .toList();
    }

    private static String words(Event event) {
        String name = event.getTestDescriptor().getDisplayName().replace("()", "");
        return name + " "
                + event.getPayload(TestExecutionResult.class)
                        .map(result -> result.getStatus().name())
                        .orElse("SKIPPED");
    }

    /// Not found by the build, which runs no nested class that is not @Nested.
    @Exercise
    static final class ThreeTests {

        static final AtomicInteger MADE = new AtomicInteger();

        ThreeTests() {
            MADE.incrementAndGet();
        }

        @Test
        @Order(3)
        void follows() {
            assertThat(1).isPositive();
        }

        @Test
        @Order(1)
        void passes() {
            assertThat(1).isPositive();
        }

        @Test
        @Order(2)
        void fails() {
            fail("on purpose");
        }
    }
}

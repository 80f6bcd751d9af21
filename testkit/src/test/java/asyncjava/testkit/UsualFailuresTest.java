package asyncjava.testkit;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

final class UsualFailuresTest {

    @Test
    void eachOfThemFails() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(UsualFailures.class))
                .execute()
                .testEvents()
                .assertStatistics(tests -> tests.started(3).failed(3));
    }
}

package asyncjava.coach.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MavenWrapperTest {

    private static final Path ROOT = Path.of("root");

    @Test
    void neitherALintNorTheFormatterStopsALearner() {
        assertThat(MavenWrapper.command(ROOT, Map.of(), "verify").command())
                .contains("-Dmaven.compiler.failOnWarning=false", "-Dspotless.check.skip=true")
                .endsWith("verify");
    }

    @Test
    void whoWantsThemToCanHaveThemStopTheBuild() {
        assertThat(MavenWrapper.command(ROOT, Map.of("LEARN_STRICT", "1"), "verify")
                        .command())
                .noneMatch(argument -> argument.startsWith("-D"));
    }

    @Test
    void mavenRunsOnTheJdkThatRunsLearn() {
        assertThat(MavenWrapper.command(ROOT, Map.of()).environment())
                .containsEntry("JAVA_HOME", System.getProperty("java.home"));
    }
}

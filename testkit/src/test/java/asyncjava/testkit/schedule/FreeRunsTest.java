package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// What is left where the JVM does not let the explorer schedule anything.
final class FreeRunsTest {

    /// Run by a JVM without the flag.
    static final class WithoutTheFlag {

        static void main() {
            Explored explored = Explorer.seeds(20).each(FreeRunsTest::codeThatIsRight);
            IO.println("explored " + explored.schedules());
            try {
                Explorer.explore(_ -> {
                    throw new AssertionError("always wrong");
                });
            } catch (AssertionError e) {
                IO.println(e.getMessage());
            }
        }
    }

    @Test
    void withoutTheFlagItSaysSoAndStillRunsTheScenario() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutTheFlag.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(printed)
                .contains("Schedules cannot be explored")
                .contains("--add-opens java.base/java.lang=ALL-UNNAMED")
                .contains("explored 20")
                .contains("always wrong")
                .contains("No seed decided it");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void codeThatIsRightPasses() throws InterruptedException {
        assertThat(new FreeRuns().play(FreeRunsTest::codeThatIsRight, 0, false).failure())
                .isEmpty();
    }

    @Test
    void virtualTimePasses() throws InterruptedException {
        Scenario sleeps = schedule -> {
            schedule.together(() -> schedule.time().sleep(Duration.ofDays(1)));
            assertThat(Mono.delay(Duration.ofDays(1)).block()).isZero();
            assertThat(schedule.time().elapsed()).isEqualTo(Duration.ofDays(2));
        };

        assertThat(new FreeRuns().play(sleeps, 0, false).failure()).isEmpty();
    }

    @Test
    void aFailureIsAFailure() throws InterruptedException {
        Scenario unnoticed = schedule -> {
            try (ExecutorService executor = schedule.executor()) {
                assertThat(executor.submit(() -> "tea")).succeedsWithin(Duration.ofSeconds(10));
            }
            Started<?> worker = schedule.run("worker", () -> {
                throw new IllegalStateException("no paper");
            });
            while (!worker.isDone()) {
                Schedule.pause();
            }
        };

        assertThat(new FreeRuns().play(unnoticed, 0, false).failure())
                .map(Failure::what)
                .contains("worker failed: java.lang.IllegalStateException: no paper");
    }

    private static void codeThatIsRight(Schedule schedule) throws InterruptedException {
        Shared<List<String>> seen = new Shared<>(List.of());
        schedule.run("writer", () -> seen.write(List.of("tea"))).result();
        assertThat(seen.read()).containsExactly("tea");
    }
}

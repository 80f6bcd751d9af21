package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.site.PracticeSite;
import asyncjava.testkit.Gate;
import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ctrl-C in the middle; in a JVM of its own, for the signal.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class MainKilledTest {

    private final Gate gate = Gate.closed();
    private PracticeSite site;

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start();
        site.hold("gate", gate.mono());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void ctrlCStopsAskingAndTellsWhatIsDoneAndWhatIsNot(Style style) throws IOException, InterruptedException {
        // A host of its own, so that it need not wait for what is held.
        String page = url("/catalogue/1").replace("127.0.0.1", "localhost");
        try (Program program = Program.start(
                Main.class,
                "-v",
                "--style",
                style.toString(),
                "--concurrency",
                "2",
                "--timeout",
                "1h",
                page,
                url("/held/gate?1"),
                url("/held/gate?2"),
                url("/held/gate?3"))) {
            program.awaitError("/catalogue/1 is scraped");
            gate.awaitInside(2);

            program.signal("INT");

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.out())
                    .containsPattern(" 200 .*" + page)
                    .containsPattern(" - .*/held/gate.1\\n +cancelled")
                    .containsPattern(" - .*/held/gate.2\\n +cancelled")
                    .containsPattern(" - .*/held/gate.3\\n +cancelled")
                    .contains(style + ": 1 of 4 pages scraped in");
            gate.awaitEmpty();
            assertThat(gate.entered()).isEqualTo(2);
        }
    }

    /// The bar that is drawn there must not take the output with it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void soItDoesOnATerminal() throws IOException, InterruptedException {
        try (Program program =
                Program.startOnTerminal(Main.class, "--style", "threads", "--timeout", "1h", url("/held/gate"))) {
            gate.awaitInside(1);
            program.awaitOutput("0/1");

            program.pressCtrlC();

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.out())
                    .containsPattern(" - .*/held/gate\\R +cancelled")
                    .contains("threads: 0 of 1 pages scraped in");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ctrlCWritesWhatIsNotDoneAmongTheDataToo(Style style) throws IOException, InterruptedException {
        try (Program program = Program.start(
                Main.class,
                "-v",
                "--style",
                style.toString(),
                "--format",
                "jsonl",
                "--timeout",
                "1h",
                url("/held/gate"))) {
            program.awaitError("/held/gate is asked for");
            gate.awaitInside(1);

            program.signal("INT");

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.out().lines()).singleElement().asString().contains("\"outcome\":\"cancelled\"");
        }
    }

    private String url(String path) {
        return site.uri(path).toString();
    }
}

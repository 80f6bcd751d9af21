package asyncjava.common.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Timeout(60)
final class CommandLinesTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Sample sample = new Sample();

    @Test
    void whatTheCommandReturnsIsTheExitStatus() {
        assertThat(run("--count", "7")).isEqualTo(7);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void durationsAreReadWithTheirUnit() {
        run("--wait", "1.5s");

        assertThat(sample.wait).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aWordWhereANumberBelongsGetsOneLine() {
        assertThat(run("--count", "many")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).isEqualToIgnoringNewLines("sample: --count: got \"many\"; accepted: a whole number");
    }

    @Test
    void anUnknownOptionIsNamedWithTheNearest() {
        assertThat(run("--conut", "1")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).isEqualToIgnoringNewLines("sample: got \"--conut\"; accepted: --count");
    }

    @Test
    void anOptionLikeNoOtherIsNamedWithAllThereAre() {
        assertThat(run("--xyz")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString()).isEqualToIgnoringNewLines("sample: got \"--xyz\"; accepted: --count, --wait");
    }

    @Test
    void anOptionWithoutItsValueGetsOneLine() {
        assertThat(run("--count")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString().lines()).singleElement().asString().contains("--count");
    }

    @Test
    void badInputFoundLaterGetsOneLineToo() {
        sample.failure = new BadInput("tasks.txt:3", "x y z", "NAME [DELAY]");

        assertThat(run()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("sample: tasks.txt:3: got \"x y z\"; accepted: NAME [DELAY]");
    }

    @Test
    void aFileThatCannotBeWrittenIsAFailureInOneLine() {
        sample.failure = new IOException("out.html: No space left on device");

        assertThat(run()).isEqualTo(ExitStatus.FAILED);
        assertThat(err.toString()).isEqualToIgnoringNewLines("sample: out.html: No space left on device");
    }

    @Test
    void aNumberOutsideItsBoundsIsRefusedWithThem() {
        sample.least = 3;

        assertThat(run("--count", "2")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("sample: --count: got \"2\"; accepted: a whole number from 3 to 9");
    }

    private int run(String... arguments) {
        return CommandLines.run(sample, new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Command(name = "sample")
    private static final class Sample implements Callable<Integer> {

        @Option(names = "--count")
        private int count;

        @Option(names = "--wait")
        private Duration wait = Duration.ZERO;

        private int least;
        private @Nullable Exception failure;

        @Override
        public Integer call() throws Exception {
            if (failure != null) {
                throw failure;
            }
            return BadInput.requireBetween("--count", count, least, 9);
        }
    }
}

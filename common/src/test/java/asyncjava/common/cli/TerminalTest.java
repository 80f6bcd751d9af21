package asyncjava.common.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class TerminalTest {

    private static final PrintStream UTF_8 = in(StandardCharsets.UTF_8);

    @Test
    void aTerminalIsAsWideAsItSaysAndHasColour() {
        assertThat(Terminal.detect(Map.of("TERM", "xterm"), UTF_8, true, "40 113\n"))
                .isEqualTo(new Terminal(113, true, true));
    }

    @Test
    void aFileOrPipeHasNoColour() {
        assertThat(Terminal.detect(Map.of("TERM", "xterm"), UTF_8, false, "")).isEqualTo(Terminal.plain(80));
    }

    @Test
    void noColourMeansNoColour() {
        assertThat(Terminal.detect(Map.of("NO_COLOR", "1"), UTF_8, true, "").colour())
                .isFalse();
    }

    @Test
    void anEmptyNoColourDoesNotCount() {
        assertThat(Terminal.detect(Map.of("NO_COLOR", ""), UTF_8, true, "").colour())
                .isTrue();
    }

    @Test
    void aDumbTerminalGetsPlainAscii() {
        assertThat(Terminal.detect(Map.of("TERM", "dumb"), UTF_8, true, "")).isEqualTo(new Terminal(80, false, false));
    }

    @Test
    void anEncodingWithoutBlockCharactersGetsAscii() {
        assertThat(Terminal.detect(Map.of(), in(StandardCharsets.US_ASCII), false, "")
                        .unicode())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"120, '', 120", "'', '24 0', 80", "'', '', 80", "wide, '24 100', 80", "'', 'no tty', 80", "-5, '', 80"})
    void theWidthIsThatOfColumnsThenOfTheTerminalThenEighty(String columns, String size, int width) {
        assertThat(Terminal.detect(Map.of("COLUMNS", columns), UTF_8, true, size)
                        .width())
                .isEqualTo(width);
    }

    @Test
    void aTerminalWithoutColumnsIsRefused() {
        assertThatThrownBy(() -> Terminal.plain(0)).hasMessage("width must be at least 1, was 0");
    }

    private static PrintStream in(Charset charset) {
        return new PrintStream(OutputStream.nullOutputStream(), true, charset);
    }
}

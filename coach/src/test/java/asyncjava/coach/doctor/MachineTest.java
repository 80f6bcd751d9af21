package asyncjava.coach.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.doctor.Finding.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class MachineTest {

    @Test
    void aServerOnThisMachineCanBeReached() {
        assertThat(new LoopbackProbe().look().status()).isEqualTo(Status.FINE);
    }

    @Test
    void aPortThatSomethingListensOnIsNoted() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            int port = server.getLocalPort();

            assertThat(probe(port).look().inOneLine())
                    .isEqualTo("Port %d, note: Another program listens there. We listen there. Move.".formatted(port));
        }
    }

    /// Another program may take the port as soon as it is free, but not for ever the next one too.
    @Test
    void aPortThatNothingListensOnIsFree() throws IOException {
        Finding finding;
        int port;
        do {
            try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                port = server.getLocalPort();
            }
            finding = probe(port).look();
        } while (finding.status() != Status.FINE);

        assertThat(finding.inOneLine()).isEqualTo("Port %d, fine: It is free. We listen there.".formatted(port));
    }

    private static PortProbe probe(int port) {
        return new PortProbe(port, "We listen there.", "Move.");
    }

    @Test
    void aTerminalSaysWhatItIs() throws IOException {
        Map<String, String> environment = Map.of("TERM", "xterm-256color");

        assertThat(terminal(environment, true, UTF_8, "24 120\n").found())
                .isEqualTo("xterm-256color, 120 columns, colour, Unicode.");
        assertThat(terminal(Map.of("TERM", "tmux", "TERM_PROGRAM", "tmux", "NO_COLOR", "1"), true, UTF_8, "")
                        .found())
                .isEqualTo("tmux (tmux), width not known, so 80 columns, no colour as NO_COLOR says, Unicode.");
        assertThat(terminal(environment, false, UTF_8, "24 120\n").inOneLine())
                .startsWith("Terminal, fine: A file or a pipe, width not known, so 80 columns, no colour, Unicode.");
    }

    @Test
    void aTerminalWithoutBlocksIsNoted() throws IOException {
        assertThat(terminal(Map.of("TERM", "dumb"), true, US_ASCII, "24 80").inOneLine())
                .startsWith("Terminal, note: dumb, 80 columns, no colour, only the characters of US-ASCII.")
                .contains("Timelines are drawn with # instead of blocks.", "LANG=C.UTF-8");
    }

    @Test
    void aNarrowTerminalIsNoted() throws IOException {
        assertThat(terminal(Map.of("COLUMNS", "40"), true, UTF_8, "").inOneLine())
                .startsWith("Terminal, note: unnamed, 40 columns");
    }

    private static Finding terminal(Map<String, String> environment, boolean interactive, Charset charset, String size)
            throws IOException {
        return new TerminalProbe(environment, interactive, charset, () -> size).look();
    }

    @Test
    void littleMemoryIsNoted() {
        assertThat(new MachineProbe(1, 1_024).look().inOneLine())
                .startsWith("Cores and memory, note: 1 core, 1.0 GB. A build,");
        assertThat(new MachineProbe(4, 16_777).look().inOneLine())
                .startsWith("Cores and memory, fine: 4 cores, 16.8 GB. It is enough");
    }
}

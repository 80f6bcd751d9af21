package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The site as a person runs it.
final class MainTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itSaysWhereItIsAndRunsUntilCtrlC() throws IOException, InterruptedException {
        try (Program program = Program.start(Main.class, "--port", "0", "--hosts", "2")) {
            program.awaitOutput("and at http://127.0.0.1:");
            program.awaitOutput("Ctrl-C ends it.");

            program.signal("INT");

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.err()).isEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertComplaint("--port: got \"%s\"; accepted: a port that is free".formatted(port), "--port", port);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port 70000    | --port: got "70000"; accepted: a whole number from 0 to 65535
            --port 65535 --hosts 2 | --hosts: got "2"; accepted: a whole number from 1 to 1
            --hosts 0       | --hosts: got "0"; accepted: a whole number from 1 to 64
            --pages 0       | --pages: got "0"; accepted: a whole number from 1 to 10000000
            --fan-out 0     | --fan-out: got "0"; accepted: a whole number from 1 to 100
            --errors 101    | --errors: got "101"; accepted: a whole number from 0 to 100
            --latency slow  | --latency: got "slow"; accepted: a number with a unit
            --latency 25h   | --latency: got "25 h"; accepted: a time from 0ms to 1h
            """)
    void badInputGetsOneLineAndStatus2(String arguments, String complaint) {
        assertComplaint(complaint, arguments.split(" "));
    }

    private static void assertComplaint(String complaint, String... arguments) {
        Ended ended = Program.here(new Main(), arguments);

        assertThat(ended.err().lines()).singleElement().asString().contains(complaint);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }
}

package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One line for whatever cannot be used, exit status 2, and nothing done.
final class MainBadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --tasks -1                 | --tasks: got "-1"; accepted: a whole number from 1 to 5000000
            --tasks 0                  | --tasks: got "0"; accepted: a whole number from 1 to 5000000
            --tasks many               | --tasks: got "many"; accepted: a whole number
            --delay soon               | --delay: got "soon"; accepted: a number with a unit, such as 300ms, 2s or 1.5m
            --delay -5ms               | --delay: got "-5ms"; accepted: a number with a unit, such as 300ms, 2s or 1.5m
            --delay 25h                | --delay: got "25 h"; accepted: a time from 0ms to 24h
            --fail 11                  | --fail: got "11"; accepted: a whole number from 0 to 10
            --fail -1                  | --fail: got "-1"; accepted: a whole number from 0 to 10
            --style virtul             | --style: got "virtul"; accepted: sequential, platform, virtual, future, structured, reactor, all, or several with commas between
            --style virtual,           | --style: got ""; accepted: sequential, platform, virtual, future, structured, reactor, all, or several with commas between
            --input missing.txt        | --input: got "missing.txt"; accepted: a file that can be read (there is no such file)
            --report missing/out.html  | --report: got "missing/out.html"; accepted: a file in a folder that exists
            --taks 5                   | got "--taks"; accepted: --tasks
            --tasks                    | --tasks
            --tasks 5 tea              | tasks: got "tea --tasks 5"; accepted: one of --tasks, --input or names
            """)
    void badInputGetsOneLineAndStatus2(String arguments, String complaint) {
        assertComplaint(complaint, arguments.split(" "));
    }

    @Test
    void aLineThatDoesNotParseIsNamedWithItsFileAndNumber() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.txt"), "tea 2ms\ntoast soon\n");

        assertComplaint(
                file + ":2: got \"toast soon\"; accepted: NAME [DELAY] [fail], such as: api-b 300ms fail",
                "--input",
                file.toString());
    }

    @Test
    void aFileMayNotAskForMoreThanADayEither() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.txt"), "tea 25h\n");

        assertComplaint("tea: got \"25 h\"; accepted: a time from 0ms to 24h", "--input", file.toString());
    }

    @Test
    void aBlankNameIsRefused() {
        assertComplaint("NAME: got \"\"; accepted: names that are not blank", "tea", "");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("tasks.bin"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertComplaint("a text file in UTF-8", "--input", file.toString());
    }

    @Test
    void aFileWithoutATaskIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.txt"), "# nothing but a comment\n");

        assertComplaint("a file with at least one task", "--input", file.toString());
    }

    @Test
    void aComplaintOfTheRealProgramIsNothingButItsLine() throws IOException, InterruptedException {
        Ended ended = Program.run(Main.class, "--delay", "soon");

        assertThat(ended.err().lines()).singleElement().asString().startsWith("01-task-runner: --delay: got \"soon\";");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }

    private static void assertComplaint(String complaint, String... arguments) {
        Ended ended = Mains.run(arguments);

        assertThat(ended.err().lines()).singleElement().asString().contains(complaint);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }
}

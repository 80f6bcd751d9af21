package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.cli.CommandLines;
import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program as a person meets it. What a signal, the terminal or the exit status has to do with runs in a JVM of its
/// own.
final class MainTest {

    @TempDir
    private Path folder;

    @Test
    void everyStyleIsShownWithItsTimelineAndComparedInTheEnd() throws IOException, InterruptedException {
        Ended ended = Program.run(Main.class, "--tasks", "3", "--delay", "10ms");

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).isEmpty();
        for (Style style : Style.values()) {
            assertThat(ended.out()).contains(style + ": " + style.summary());
            assertThat(ended.out().lines().skip(ended.out().lines().count() - 8))
                    .anyMatch(line -> line.startsWith(style.toString()));
        }
        assertThat(ended.out().lines().filter(line -> line.startsWith("task-2 ")))
                .hasSize(Style.values().length);
    }

    @Test
    void quietShowsTheComparisonAlone() {
        Ended ended = run("--tasks", "3", "--delay", "1ms", "--quiet");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("sequential", "reactor").doesNotContain("task-1");
    }

    @Test
    void oneStyleOrSeveralMayBeChosen() {
        Ended ended = run("--tasks", "2", "--delay", "1ms", "--style", "virtual,reactor");

        assertThat(ended.out()).contains("virtual: ", "reactor: ").doesNotContain("sequential");
    }

    @Test
    void namesMayBeGivenInPlaceOfANumber() {
        Ended ended = run("--delay", "1ms", "--style", "virtual", "tea", "toast");

        assertThat(ended.out()).contains("tea ", "toast ").doesNotContain("task-1");
    }

    @Test
    void tasksAndDelaysMayComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.txt"), """
                # a comment, then a blank line

                tea 2ms
                toast
                egg 1ms fail
                """);

        Ended ended = run("--input", file.toString(), "--delay", "1ms", "--style", "sequential");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).contains("tea ", "toast ", "sequential: 1 of 3 failed: egg (told to fail)");
    }

    @Test
    void failuresAreReportedPerTaskInEveryStyle() {
        Ended ended = run("--tasks", "4", "--delay", "1ms", "--fail", "2");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()
                        .lines()
                        .filter(line -> line.contains(": 2 of 4 failed: task-2 (told to fail), task-4 (told to fail)")))
                .hasSize(Style.values().length);
    }

    @Test
    void theReportIsAPageWithASectionForEachStyle() throws IOException {
        Path report = folder.resolve("out.html");

        Ended ended = run("--tasks", "2", "--delay", "1ms", "--report", report.toString());

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains(report.toString());
        assertThat(Jsoup.parse(report).select("section h2").eachText()).contains("sequential", "reactor");
    }

    @Test
    void whatWouldTakeLongerThanAMinuteIsLeftOutUnlessAskedForByName() {
        Ended ended = run("--tasks", "2000", "--delay", "100ms", "--quiet");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("sequential: left out, it would take at least 3 min 20 s; to see it, --style sequential");
    }

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
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.txt"), "\uFEFF# from an editor on Windows\ntea 1ms\n");

        assertThat(run("--input", file.toString(), "--style", "virtual").out()).contains("tea ");
    }

    @Test
    void aNameMayBeginWithAnAtSign() {
        assertThat(run("--delay", "1ms", "--style", "virtual", "@home").out()).contains("@home ");
    }

    @Test
    void aReportThatCannotBeWrittenCostsNobodyTheComparison() {
        Ended ended = run(
                "--delay",
                "1ms",
                "--style",
                "virtual",
                "--report",
                folder.resolve("x".repeat(300)).toString(),
                "tea");

        assertThat(ended.out()).containsPattern("virtual +\\d");
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.status()).isEqualTo(1);
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
        Ended ended = run(arguments);

        assertThat(ended.err().lines()).singleElement().asString().contains(complaint);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }

    /// Runs the program in the test's own JVM, which is quicker.
    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = CommandLines.run(new Main(), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ended(status, out.toString(), err.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCCancelsTheTasksShowsTheTimelineSoFarAndEndsWithStatus130() throws IOException, InterruptedException {
        Path report = folder.resolve("out.html");
        try (Program program = Program.start(
                Main.class,
                "--delay",
                "1h",
                "--style",
                "virtual",
                "-v",
                "--report",
                report.toString(),
                "tea",
                "toast")) {
            program.awaitError("tea waits");
            program.awaitError("toast waits");

            program.signal("INT");

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.out())
                    .contains("tea ", "toast ", "cancelled after")
                    .contains("interrupted: 0 done, 0 failed, 2 cut off, 0 never begun.", "Cut off: ");
            assertThat(report).exists();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCSaysWhatHasNeverBegun() throws IOException, InterruptedException {
        try (Program program = Program.start(
                Main.class, "--delay", "1h", "--style", "sequential,virtual,reactor", "-v", "tea", "toast", "egg")) {
            program.awaitError("tea waits");

            program.signal("INT");

            assertThat(program.awaitEnd().out())
                    .contains(
                            "interrupted: 0 done, 0 failed, 1 cut off, 2 never begun.",
                            "Cut off: tea",
                            "Not run: virtual, reactor");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCCountsWhatItCutOffBeyondWhatIsKeptForTheDrawing() throws IOException, InterruptedException {
        try (Program program =
                Program.start(Main.class, "--tasks", "10050", "--delay", "1h", "--style", "reactor", "--quiet", "-v")) {
            program.awaitError("task-10050 waits");

            program.signal("INT");

            assertThat(program.awaitEnd().out())
                    .contains("interrupted: 0 done, 0 failed, 10050 cut off, 0 never begun.", " and 10042 more");
        }
    }

    @Test
    void verboseLogsMillisecondsAndTheThreadToStandardError() throws IOException, InterruptedException {
        Ended ended = Program.run(Main.class, "--delay", "1ms", "--style", "virtual", "-v", "tea");

        assertThat(ended.err().lines())
                .anySatisfy(line -> assertThat(line).matches(" *\\d+ ms  virtual-\\d+ +tea answers"));
    }

    @Test
    void helpNamesEveryOption() {
        Ended ended = run("--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains(List.of("--tasks", "--delay", "--style", "--fail", "--input", "--report", "--quiet"));
    }
}

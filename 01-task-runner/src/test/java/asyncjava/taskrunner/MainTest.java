package asyncjava.taskrunner;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a person meets it.
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
        Ended ended = Mains.run("--tasks", "3", "--delay", "1ms", "--quiet");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("sequential", "reactor").doesNotContain("task-1");
    }

    @Test
    void oneStyleOrSeveralMayBeChosen() {
        Ended ended = Mains.run("--tasks", "2", "--delay", "1ms", "--style", "virtual,reactor");

        assertThat(ended.out()).contains("virtual: ", "reactor: ").doesNotContain("sequential");
    }

    @Test
    void namesMayBeGivenInPlaceOfANumber() {
        Ended ended = Mains.run("--delay", "1ms", "--style", "virtual", "tea", "toast");

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

        Ended ended = Mains.run("--input", file.toString(), "--delay", "1ms", "--style", "sequential");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()).contains("tea ", "toast ", "sequential: 1 of 3 failed: egg (told to fail)");
    }

    @Test
    void failuresAreReportedPerTaskInEveryStyle() {
        Ended ended = Mains.run("--tasks", "4", "--delay", "1ms", "--fail", "2");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out()
                        .lines()
                        .filter(line -> line.contains(": 2 of 4 failed: task-2 (told to fail), task-4 (told to fail)")))
                .hasSize(Style.values().length);
    }

    @Test
    void theReportIsAPageWithASectionForEachStyle() throws IOException {
        Path report = folder.resolve("out.html");

        Ended ended = Mains.run("--tasks", "2", "--delay", "1ms", "--report", report.toString());

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains(report.toString());
        assertThat(Jsoup.parse(report).select("section h2").eachText()).contains("sequential", "reactor");
    }

    @Test
    void whatWouldTakeLongerThanAMinuteIsLeftOutUnlessAskedForByName() {
        Ended ended = Mains.run("--tasks", "2000", "--delay", "100ms", "--quiet");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("sequential: left out, it would take at least 3 min 20 s; to see it, --style sequential");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        Path file = Files.writeString(folder.resolve("tasks.txt"), "\uFEFF# from an editor on Windows\ntea 1ms\n");

        assertThat(Mains.run("--input", file.toString(), "--style", "virtual").out())
                .contains("tea ");
    }

    @Test
    void aNameMayBeginWithAnAtSign() {
        assertThat(Mains.run("--delay", "1ms", "--style", "virtual", "@home").out())
                .contains("@home ");
    }

    @Test
    void aReportThatCannotBeWrittenCostsNobodyTheComparison() {
        Ended ended = Mains.run(
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
    void verboseLogsMillisecondsAndTheThreadToStandardError() throws IOException, InterruptedException {
        Ended ended = Program.run(Main.class, "--delay", "1ms", "--style", "virtual", "-v", "tea");

        assertThat(ended.err().lines())
                .anySatisfy(line -> assertThat(line).matches(" *\\d+ ms  virtual-\\d+ +tea answers"));
    }

    @Test
    void helpNamesEveryOption() {
        Ended ended = Mains.run("--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains(List.of("--tasks", "--delay", "--style", "--fail", "--input", "--report", "--quiet"));
    }
}

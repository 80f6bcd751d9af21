package asyncjava.requests;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.site.PracticeSite;
import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program as a person meets it.
@Timeout(120)
final class MainTest {

    @TempDir
    private Path folder;

    private PracticeSite site;

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void withoutAUrlItFetchesAMixOfThePracticeSiteAndTheFailuresAreMeant() throws IOException, InterruptedException {
        Ended ended = Program.run(Main.class, "--timeout", "3s");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        for (Style style : Style.values()) {
            assertThat(ended.out()).contains(style + ": " + style.summary(), style + ": 4 of 15 failed");
        }
        assertThat(ended.out())
                .contains("The same answers as before.", "timed out after 3 s: no answer had come", "speed-up");
    }

    @Test
    void eachUrlHasItsRowAndWhatFailedIsTheStatus() {
        Ended ended = Mains.run(
                "--style",
                "virtual",
                "--timeout",
                "5s",
                url("/delay/1"),
                url("/status/503"),
                "ftp://host/file",
                "not a url",
                url("/reset"));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .containsPattern(" 200 +11 B .* " + url("/delay/1"))
                .containsPattern(" 503 +24 B .* " + url("/status/503"))
                .containsPattern("- +- +- +ftp://host/file\n +cannot fetch ftp:; accepted: http")
                .containsPattern("- +- +- +not a url\n +not a URL; accepted: http")
                .containsPattern("- +0 B .*" + url("/reset") + "\n +connection broke off")
                .contains("virtual: 4 of 5 failed");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void allIsWellWhereNothingFailed() {
        assertThat(Mains.run("--style", "reactor,future", url("/status/204"), url("/redirect/1"))
                        .status())
                .isZero();
    }

    @Test
    void urlsMayComeFromAFileToo() throws IOException {
        Path file = Files.writeString(folder.resolve("urls.txt"), "# a comment\n\n%s\n".formatted(url("/status/200")));

        Ended ended = Mains.run("--style", "sequential", "--input", file.toString(), url("/delay/1"));

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains(url("/status/200"), url("/delay/1"));
    }

    @Test
    void quietShowsFailuresAndTheComparisonAlone() {
        Ended ended = Mains.run("--quiet", "--style", "virtual,reactor", url("/status/200"), url("/status/404"));

        assertThat(ended.out()).contains("speed-up", url("/status/404")).doesNotContain(url("/status/200"), "├");
    }

    @Test
    void theSiteNeverSeesMoreAtOnceThanTheLimit() throws IOException {
        Path file = Files.writeString(folder.resolve("urls.txt"), (url("/delay/5") + "\n").repeat(60));

        Mains.run("--quiet", "--limit", "4", "--input", file.toString());

        assertThat(site.account().requests("/delay/5")).isEqualTo(240);
        assertThat(site.account().peakInFlight()).isBetween(2, 4);
    }

    @Test
    void manyPagesOneAfterAnotherAreLeftOutUnlessAskedForAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("urls.txt"), (url("/status/200") + "\n").repeat(501));

        Ended ended = Mains.run("--quiet", "--style", "sequential,virtual", "--input", file.toString());

        assertThat(ended.out()).contains("sequential: left out, for 501 pages");
        assertThat(site.account().requests("/status/200")).isEqualTo(501);
    }

    @Test
    void verboseLogsWhatHappensToEachRequest() throws IOException, InterruptedException {
        Ended ended = Program.run(Main.class, "--style", "virtual", "-v", url("/status/200"));

        assertThat(ended.err())
                .contains("/status/200 begins", "/status/200 answers with status 200", "/status/200 has ended");
    }

    @Test
    void theReportIsAPageWithASectionForEachStyle() throws IOException {
        Path report = folder.resolve("out.html");

        Mains.run("--style", "virtual,reactor", "--report", report.toString(), url("/status/200"));

        assertThat(Jsoup.parse(report).select("section h2").eachText()).contains("virtual", "reactor");
    }

    @Test
    void downloadsAreSavedAndCheckedAgainstTheirSums() {
        Ended ended = Mains.run(
                "--download",
                folder.resolve("new").toString(),
                "--sums",
                url("/files/SHA256SUMS"),
                url("/files/medium.bin"));

        assertThat(ended.status()).isZero();
        assertThat(folder.resolve("new/medium.bin")).hasSize(1_000_000);
    }

    @Test
    void sumsWithoutAnEndAreRefused() {
        Ended ended = Mains.run(
                "--download",
                folder.toString(),
                "--sums",
                url("/endless"),
                "--style",
                "virtual",
                url("/files/tiny.bin"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("a file or a URL that can be read (longer than 10 MB)");
    }

    @Test
    void withoutAUrlItDownloadsFilesOfThePracticeSite() {
        Ended ended = Mains.run("--download", folder.toString());

        assertThat(ended.status()).isZero();
        assertThat(folder.resolve("large.bin")).hasSize(20_000_000);
        assertThat(folder.resolve("picture-5.bin")).exists();
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Mains.run("--help").out())
                .contains(
                        "URL",
                        "--input",
                        "--style",
                        "--limit",
                        "--timeout",
                        "--download",
                        "--sums",
                        "--report",
                        "--quiet");
    }

    private String url(String path) {
        return site.uri(path).toString();
    }
}

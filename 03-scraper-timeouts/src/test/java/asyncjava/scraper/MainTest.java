package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.site.PracticeSite;
import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    void withoutAUrlItScrapesTheCatalogueInEachStyleAndTheFailureIsMeant() throws IOException, InterruptedException {
        Ended ended =
                Program.run(Main.class, "--timeout", "3s", "--retries", "1", "--rate", "100", "--concurrency", "10");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        for (Style style : Style.values()) {
            assertThat(ended.out()).contains(style + ": " + style.summary(), style + ": 19 of 20 pages scraped in");
        }
        assertThat(ended.out())
                .contains("Garden lamp, large: 2 headings, 3 links", "waiting for the first byte", "speed-up");
    }

    @Test
    void eachUrlHasItsRowAndWhatFailedIsTheStatus() {
        Ended ended = Mains.run("--timeout", "1m", url("/catalogue/1"), url("/status/404"), "not a url", "ftp://host/");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.out())
                .containsPattern(" 200 .* 1  " + url("/catalogue/1") + "\n +Copper kettle: 2 headings, 3 links")
                .containsPattern(" 404 .* 1  " + url("/status/404") + "\n +status 404")
                .containsPattern(" - +- +-  not a url\n +not a URL; accepted: http")
                .containsPattern(" - +- +-  ftp://host/\n +not a URL; accepted: http")
                .contains("threads: 1 of 4 pages scraped in");
        assertThat(ended.err()).isEmpty();
    }

    @Test
    void aSelectionIsShown() {
        Ended ended = Mains.run("--select", "p.price, h2", url("/catalogue/12"));

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).containsPattern("\n +41.20 €\n +See also\n");
    }

    @Test
    void jsonLinesHoldAllThatThereIsAndNothingElseIsAmongThem() throws IOException {
        Ended ended = Mains.run(
                "--format", "jsonl", "--select", ".price", url("/catalogue/12"), url("/status/404"), "nonsense");

        List<JsonNode> rows = new ArrayList<>();
        for (String line : ended.out().lines().toList()) {
            rows.add(JsonMapper.builder().build().readTree(line));
        }
        assertThat(rows)
                .extracting(row -> row.get("outcome").asText())
                .containsExactlyInAnyOrder("scraped", "refused", "failed");
        assertThat(rows).filteredOn(row -> row.has("title")).singleElement().satisfies(row -> {
            assertThat(row.get("url").asText()).isEqualTo(url("/catalogue/12"));
            assertThat(row.get("status").asInt()).isEqualTo(200);
            assertThat(row.get("selected").get(0).asText()).isEqualTo("41.20 €");
            assertThat(row.get("links")).hasSize(3);
        });
        assertThat(ended.err()).contains("threads: 1 of 3 pages scraped in");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void csvSurvivesItsReader() throws IOException {
        Ended ended = Mains.run("--format", "csv", "--style", "reactive", url("/catalogue/12"), url("/status/404"));

        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(ended.out()))
                .getRecords();
        assertThat(records).hasSize(2);
        assertThat(records)
                .filteredOn(record -> record.get("status").equals("200"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.get("title")).isEqualTo("Garden lamp, large");
                    assertThat(record.get("headings")).isEqualTo("Garden lamp, large\nSee also");
                });
    }

    @Test
    void rowsMayGoToAFile() throws IOException {
        Path file = folder.resolve("rows.jsonl");

        Ended ended = Mains.run("--format", "jsonl", "--output", file.toString(), url("/catalogue/1"));

        assertThat(ended.out()).isEmpty();
        assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"title\":\"Copper kettle\"");
        assertThat(ended.err()).contains("1 of 1 pages scraped");
    }

    @Test
    void aPageThatIsAskedForTwiceIsScrapedOnceAndHasTwoRows() {
        Ended ended = Mains.run("--timeout", "1m", "--format", "jsonl", url("/catalogue/1"), url("/catalogue/1"));

        assertThat(ended.out().lines()).hasSize(2);
        assertThat(site.account().requests()).isOne();
    }

    @Test
    void urlsMayComeFromAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("urls.txt"), "# two\n%s\n\n%s\n".formatted(url("/catalogue/1"), url("/catalogue/2")));

        assertThat(Mains.run("--input", file.toString()).out()).contains("2 of 2 pages scraped");
    }

    @Test
    void theReportIsAPageWithASectionForEachStyle() throws IOException {
        Path report = folder.resolve("out.html");

        Mains.run("--style", "all", "--quiet", "--report", report.toString(), url("/catalogue/1"));

        assertThat(Jsoup.parse(report).select("section h2").eachText()).contains("threads", "reactive");
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatBreaksIsNotAskedTwiceInSecret(Style style) throws IOException, InterruptedException {
        Program.run(Main.class, "--style", style.toString(), "--retries", "0", "--timeout", "1m", url("/reset"));

        assertThat(site.account().requests()).isOne();
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Mains.run("--help").out())
                .contains("URL", "--input", "--timeout", "--concurrency", "--rate", "--retries", "--permit-wait")
                .contains("--rate-wait", "--select", "--format", "--output", "--style", "--report", "--quiet");
    }

    private String url(String path) {
        return site.uri(path).toString();
    }
}

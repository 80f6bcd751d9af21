package asyncjava.common.report;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.HandClock;
import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HtmlReportTest {

    private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-01-02T12:00:00+01:00");
    private static final String EVIL = "<script>alert('x')</script>\"&amp;<!--";

    private static final Run STAIRCASE = new Run("sequential", Duration.ofMillis(900), Recorded.staircase());
    private static final Run AT_ONCE = new Run("virtual-threads", Duration.ofMillis(300), Recorded.atOnce());

    @Test
    void thePageNamesWhatWasRunHowAndWhen() throws IOException {
        Document page = page("Ten tasks", "./learn run 01", List.of(STAIRCASE));

        assertThat(page.title()).isEqualTo("Ten tasks");
        assertThat(page.expectFirst("h1").text()).isEqualTo("Ten tasks");
        assertThat(page.expectFirst("#command").text()).isEqualTo("./learn run 01");
        assertThat(page.expectFirst("time").text()).isEqualTo("2026-01-02 12:00 UTC+01:00");
        assertThat(page.expectFirst("time").attr("datetime")).isEqualTo("2026-01-02T12:00+01:00");
    }

    @Test
    void everyRunHasARowInTheComparisonAndASection() throws IOException {
        Document page = page(List.of(STAIRCASE, AT_ONCE));

        assertThat(page.select("#comparison tbody tr").eachText())
                .containsExactly("sequential 900 ms 1.00× 1 1 1", "virtual-threads 300 ms 3.00× 4 1 1");
        assertThat(page.select("section.run h2").eachText()).containsExactly("sequential", "virtual-threads");
    }

    @Test
    void everySpanHasABarARowAndATableRow() throws IOException {
        for (Element section : page(List.of(STAIRCASE, AT_ONCE)).select("section.run")) {
            assertThat(section.select("rect.bar")).hasSize(4);
            assertThat(section.select(".rows li[tabindex=0]")).hasSize(4);
            assertThat(section.select(".spans tbody tr")).hasSize(4);
            assertThat(section.expectFirst("svg[role=img]").attr("aria-label")).contains("1 failed", "1 cancelled");
        }
    }

    @Test
    void focusAndHoverShowNameTimesOutcomeAndThread() throws IOException {
        Element row = page(List.of(STAIRCASE)).select(".rows li").get(1);
        String thread = Thread.currentThread().getName();

        assertThat(row.expectFirst(".tip").text())
                .isEqualTo("task-2: failed, 300 ms to 420 ms (120 ms), on " + thread)
                .isEqualTo(row.attr("aria-label"));
    }

    @Test
    void theTableSaysWhatThePictureShows() throws IOException {
        Element table = page(List.of(AT_ONCE)).expectFirst(".spans");
        String thread = Thread.currentThread().getName();

        assertThat(table.expectFirst("caption").text()).contains("virtual-threads");
        assertThat(table.select("thead th[scope=col]").eachText())
                .containsExactly("name", "start", "end", "took", "outcome", "thread");
        assertThat(table.select("tbody tr").eachText())
                .containsExactly(
                        "task-1 0 ms 300 ms 300 ms ok " + thread,
                        "task-2 0 ms 120 ms 120 ms failed " + thread,
                        "task-3 0 ms 180 ms 180 ms cancelled " + thread,
                        "task-4 0 ms 300 ms 300 ms still running " + thread);
        assertThat(table.select("tbody th[scope=row]")).hasSize(4);
    }

    @Test
    void allRunsShareOneTimeScaleAndKnowTheirOwn() throws IOException {
        Document page = page(List.of(STAIRCASE, AT_ONCE));

        assertThat(page.select(".bars rect").eachAttr("width"))
                .containsExactly(
                        "33.333%", "13.333%", "20.000%", "33.333%", "33.333%", "13.333%", "20.000%", "33.333%");
        assertThat(page.select(".bars").eachAttr("data-own")).containsExactly("100.000%", "300.000%");
        assertThat(page.select(".axis.shared span:last-child").eachText()).containsExactly("900 ms", "900 ms");
        assertThat(page.select(".axis.own span:last-child").eachText()).containsExactly("900 ms", "300 ms");
    }

    @Test
    void barsLieWhereTheTableSays() throws IOException {
        Document page = page(List.of(STAIRCASE));

        assertThat(page.select(".bars rect").eachAttr("x")).containsExactly("0.000%", "33.333%", "46.667%", "66.667%");
        assertThat(page.select(".bars rect").eachAttr("width"))
                .containsExactly("33.333%", "13.333%", "20.000%", "33.333%");
        assertThat(page.select(".bars rect").eachAttr("y")).containsExactly("5.000%", "30.000%", "55.000%", "80.000%");
    }

    @Test
    void theBarsOfAShorterRunLieOnTheScaleOfTheLongest() throws IOException {
        Run longer = new Run("longer", Duration.ofMillis(1800), Recorded.many("task", 1800, 9999));
        Element section = page(List.of(longer, STAIRCASE)).select("section.run").get(1);

        assertThat(section.select(".bars rect").eachAttr("x"))
                .containsExactly("0.000%", "16.667%", "23.333%", "33.333%");
    }

    @Test
    void textFromOutsideStaysText() throws IOException {
        HandClock clock = new HandClock();
        Timeline timeline = Timeline.on(clock);
        OpenSpan open = timeline.open(EVIL);
        clock.advance(Duration.ofMillis(1));
        open.end(Outcome.OK);
        Document page = page(EVIL, EVIL, List.of(new Run(EVIL, Duration.ofMillis(1), timeline)));

        assertThat(page.select("script"))
                .as("the page's own script and no other")
                .hasSize(1);
        assertThat(page.title()).isEqualTo(EVIL);
        assertThat(page.expectFirst("h1").text()).isEqualTo(EVIL);
        assertThat(page.expectFirst("#command").text()).isEqualTo(EVIL);
        assertThat(page.expectFirst("section.run h2").text()).isEqualTo(EVIL);
        assertThat(page.expectFirst("#comparison tbody th").text()).isEqualTo(EVIL);
        assertThat(page.expectFirst(".rows .name").text()).isEqualTo(EVIL);
        assertThat(page.expectFirst(".rows li").attr("aria-label")).startsWith(EVIL);
        assertThat(page.expectFirst(".spans tbody th").text()).isEqualTo(EVIL);
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException {
        Document page = page(List.of(STAIRCASE, AT_ONCE));

        assertThat(page.select("[src], [srcset], [action], object, iframe, embed, base"))
                .isEmpty();
        assertThat(page.select("[href]").eachAttr("href")).containsExactly("data:,");
        assertThat(page.html()).doesNotContainPattern("(?i)https?:|@import|url\\((?!#)");
        assertThat(page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none';");
    }

    @Test
    void aLongRunIsCutShortAndSaysSo() throws IOException {
        Timeline timeline = Timeline.keeping(1000);
        for (int i = 0; i < 1500; i++) {
            timeline.open("task-" + i).end(i == 600 ? Outcome.FAILED : Outcome.OK);
        }
        Element section =
                page(List.of(new Run("long", Duration.ofSeconds(1), timeline))).expectFirst("section.run");

        assertThat(section.select(".spans tbody tr:not(.hidden)")).hasSize(RunSection.ROWS);
        assertThat(section.select("rect.bar")).hasSize(RunSection.ROWS);
        assertThat(section.select("[tabindex=0].ok")).hasSize(RunSection.TAB_STOPS);
        assertThat(section.select(".hidden").eachText()).containsExactly("⋮ 800 more: 800 ok", "⋮ 800 more: 800 ok");
        assertThat(section.select(".spans tbody th").eachText()).contains("task-600");
        assertThat(section.expectFirst(".left-out").text()).isEqualTo("500 more were counted but not kept.");
    }

    @Test
    void aRunThatRecordedNothingSaysSo() throws IOException {
        Element section =
                page(List.of(new Run("idle", Duration.ZERO, Timeline.start()))).expectFirst("section.run");

        assertThat(section.text()).contains("Nothing was recorded.");
        assertThat(section.select("svg, table")).isEmpty();
    }

    private static Document page(List<Run> runs) throws IOException {
        return page("title", "command", runs);
    }

    private static Document page(String title, String command, List<Run> runs) throws IOException {
        return Jsoup.parse(ReportPage.of(title, command, runs, NOON));
    }
}

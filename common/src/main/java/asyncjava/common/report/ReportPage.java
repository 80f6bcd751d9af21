package asyncjava.common.report;

import asyncjava.common.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Fills `report.html`. Text from outside only ever becomes a text node or an attribute of the document, which writes
/// itself out escaped.
final class ReportPage {

    // Whatever a terminal could show, a browser can.
    static final Terminal BROWSER = Terminal.plain(80);

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

    private ReportPage() {}

    static String of(String title, String command, List<Run> runs, ZonedDateTime generated) throws IOException {
        Document page = template();
        page.outputSettings().prettyPrint(false);
        page.title(Printable.clean(title));
        one(page, "h1").text(Printable.clean(title));
        one(page, "#command").text(Printable.clean(command));
        one(page, "#generated")
                .text(TO_THE_MINUTE.format(generated))
                .attr(
                        "datetime",
                        generated
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toOffsetDateTime()
                                .toString());
        if (!runs.isEmpty()) {
            fillComparison(page, Comparison.of(runs, BROWSER));
        }
        fillRuns(page, runs);
        return page.outerHtml();
    }

    private static void fillComparison(Document page, Comparison comparison) {
        Element headings = one(page, "#comparison thead tr");
        for (String heading : comparison.headings()) {
            headings.appendElement("th").attr("scope", "col").text(heading);
        }
        one(headings, "th").addClass("words");
        Element body = one(page, "#comparison tbody");
        for (List<String> row : comparison.rows()) {
            Element line = body.appendElement("tr");
            line.appendElement("th").attr("scope", "row").addClass("words").text(row.getFirst());
            for (String number : row.subList(1, row.size())) {
                line.appendElement("td").text(number);
            }
        }
    }

    private static void fillRuns(Document page, List<Run> runs) {
        List<RunSection> sections = new ArrayList<>();
        Duration longest = Duration.ZERO;
        for (Run run : runs) {
            RunSection section = RunSection.of(run);
            sections.add(section);
            longest = section.length().compareTo(longest) > 0 ? section.length() : longest;
        }
        Element prototype = one(page, ".run");
        for (RunSection section : sections) {
            Element copy = prototype.clone();
            section.fill(copy, longest);
            one(page, "#runs").appendChild(copy);
        }
        prototype.remove();
    }

    /// The one element that the template has for this.
    static Element one(Element within, String selector) {
        return within.expectFirst(selector);
    }

    private static Document template() throws IOException {
        try (InputStream html = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.html"))) {
            return Jsoup.parse(new String(html.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

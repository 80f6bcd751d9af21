package asyncjava.common.report;

import asyncjava.common.cli.Durations;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// One run in the HTML report: its facts, its picture, its rows and its table.
record RunSection(Run run, Excerpt excerpt, TimeScale scale) {

    static final int ROWS = 200;
    static final int TAB_STOPS = 40;

    static RunSection of(Run run) {
        List<Span> spans = run.timeline().spans();
        Duration makespan = run.timeline().makespan();
        return new RunSection(run, Excerpt.of(spans, ROWS), TimeScale.of(spans, makespan));
    }

    Duration length() {
        return scale.length();
    }

    void fill(Element section, Duration shared) {
        String style = Printable.clean(run.style());
        ReportPage.one(section, "h2").text(style);
        ReportPage.one(section, ".facts").text(facts());
        if (excerpt.shown().isEmpty()) {
            ReportPage.one(section, ".left-out").text("Nothing was recorded.");
            section.select(".chart, .axis, details").remove();
            return;
        }
        TimelinePicture picture = new TimelinePicture(excerpt, scale, shared);
        Element image = ReportPage.one(section, "svg");
        image.attr("aria-label", "Timeline of " + style + ": " + facts());
        picture.draw(image);
        picture.label(ReportPage.one(section, ".axis.shared"), shared);
        picture.label(ReportPage.one(section, ".axis.own"), length());
        fillRows(ReportPage.one(section, ".rows"));
        fillTable(section, style);
        fillLeftOut(ReportPage.one(section, ".left-out"));
    }

    private String facts() {
        Timeline timeline = run.timeline();
        List<String> facts = new ArrayList<>();
        facts.add(Durations.format(run.elapsed()));
        for (Outcome outcome : Outcome.values()) {
            if (timeline.count(outcome) > 0) {
                facts.add(
                        timeline.count(outcome) + " " + OutcomeLook.of(outcome).word());
            }
        }
        facts.add("peak in flight " + timeline.peakInFlight());
        return String.join(", ", facts);
    }

    private void fillRows(Element rows) {
        excerpt.head().forEach(span -> appendRow(rows, span));
        if (!excerpt.hidden().isEmpty()) {
            rows.appendElement("li").addClass("hidden").text("⋮ " + excerpt.summary());
        }
        excerpt.tail().forEach(span -> appendRow(rows, span));
    }

    private void appendRow(Element rows, Span span) {
        OutcomeLook look = OutcomeLook.of(span.outcome());
        String name = Printable.clean(span.name());
        String details = "%s: %s, %s to %s (%s), on %s"
                .formatted(name, look.word(), start(span), end(span), took(span), thread(span));
        Element row = rows.appendElement("li").addClass(look.cssClass()).attr("aria-label", details);
        // A page with a thousand tab stops cannot be left with the keyboard; the table has the others.
        if (rows.childrenSize() <= TAB_STOPS) {
            row.attr("tabindex", "0");
        }
        row.appendElement("span").addClass("name").text(name);
        row.appendElement("span").addClass("words").text(look.mark() + took(span));
        row.appendElement("span").addClass("tip").attr("aria-hidden", "true").text(details);
    }

    private void fillTable(Element section, String style) {
        String caption = "What " + style + " did, in the order of the starts";
        ReportPage.one(section, ".spans caption").text(caption);
        ReportPage.one(section, "details .scroll").attr("aria-label", caption);
        Element body = ReportPage.one(section, ".spans tbody");
        excerpt.head().forEach(span -> appendTableRow(body, span));
        if (!excerpt.hidden().isEmpty()) {
            Element cell = body.appendElement("tr").addClass("hidden").appendElement("td");
            cell.addClass("words").attr("colspan", "6").text("⋮ " + excerpt.summary());
        }
        excerpt.tail().forEach(span -> appendTableRow(body, span));
    }

    private void appendTableRow(Element body, Span span) {
        Element row = body.appendElement("tr");
        row.appendElement("th").attr("scope", "row").addClass("words").text(Printable.clean(span.name()));
        row.appendElement("td").text(start(span));
        row.appendElement("td").text(end(span));
        row.appendElement("td").text(took(span));
        row.appendElement("td")
                .addClass("words")
                .text(OutcomeLook.of(span.outcome()).word());
        row.appendElement("td").addClass("words").text(thread(span));
    }

    private void fillLeftOut(Element note) {
        long notKept = run.timeline().leftOut();
        if (notKept == 0) {
            note.remove();
        } else {
            note.text(notKept + " more were counted but not kept.");
        }
    }

    private String start(Span span) {
        return Durations.format(span.start().minus(scale.zero()));
    }

    private String end(Span span) {
        return Durations.format(span.end().minus(scale.zero()));
    }

    private static String took(Span span) {
        return Durations.format(span.duration());
    }

    private static String thread(Span span) {
        return Printable.clean(span.thread());
    }
}

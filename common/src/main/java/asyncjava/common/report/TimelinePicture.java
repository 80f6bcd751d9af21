package asyncjava.common.report;

import asyncjava.common.cli.Durations;
import asyncjava.common.timeline.Span;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The bars of one run as SVG. Every position is a share of the whole, so that the picture fits any width and its
/// neighbours keep their text size.
record TimelinePicture(Excerpt excerpt, TimeScale own, Duration shared) {

    private static final int INNER_TICKS = 2;
    private static final double SHORTEST_BAR = 0.01;
    private static final double BAR_HEIGHT = 0.6;

    void draw(Element image) {
        appendGrid(ReportPage.one(image, "g.shared"), shared);
        appendGrid(ReportPage.one(image, "g.own"), own.length());
        Element bars = ReportPage.one(image, ".bars");
        // How much wider the bars get when the page gives this run a scale of its own.
        double stretch = own.length().isZero()
                ? 1
                : (double) shared.toNanos() / own.length().toNanos();
        bars.attr("data-own", percent(stretch));
        double row = 1.0 / (excerpt.shown().size() + (excerpt.hidden().isEmpty() ? 0 : 1));
        double top = row * (1 - BAR_HEIGHT) / 2;
        for (Span span : excerpt.head()) {
            appendBar(bars, span, top, row * BAR_HEIGHT);
            top += row;
        }
        if (!excerpt.hidden().isEmpty()) {
            top += row;
        }
        for (Span span : excerpt.tail()) {
            appendBar(bars, span, top, row * BAR_HEIGHT);
            top += row;
        }
    }

    /// The times under the picture: zero, the end, and round ones that are not too close to either.
    void label(Element axis, Duration length) {
        axis.appendElement("span").attr("style", "left: 0").text("0");
        for (Duration tick : ticks(length)) {
            axis.appendElement("span")
                    .attr("style", "left: " + percent(share(tick, length)))
                    .text(Durations.format(tick));
        }
        axis.appendElement("span").attr("style", "left: 100%").text(Durations.format(length));
    }

    // On a phone the label of a tick further left or right would run into its neighbour.
    private static List<Duration> ticks(Duration length) {
        return TimeAxis.ticks(length, INNER_TICKS).stream()
                .filter(tick -> share(tick, length) > 0.2 && share(tick, length) < 0.55)
                .toList();
    }

    private void appendGrid(Element grid, Duration length) {
        appendGridLine(grid, 0);
        for (Duration tick : ticks(length)) {
            appendGridLine(grid, share(tick, length));
        }
        appendGridLine(grid, 1);
    }

    private static void appendGridLine(Element grid, double share) {
        svg(grid, "line", "grid")
                .attr("x1", percent(share))
                .attr("x2", percent(share))
                .attr("y1", "0%")
                .attr("y2", "100%");
    }

    private void appendBar(Element bars, Span span, double top, double height) {
        double width = Math.max(share(span.duration(), shared), SHORTEST_BAR);
        double left = Math.min(share(span.start().minus(own.zero()), shared), 1 - width);
        svg(bars, "rect", "bar")
                .addClass(OutcomeLook.of(span.outcome()).cssClass())
                .attr("x", percent(left))
                .attr("y", percent(top))
                .attr("width", percent(width))
                .attr("height", percent(height));
    }

    private static Element svg(Element parent, String tag, String cssClass) {
        return parent.appendElement(tag, Parser.NamespaceSvg).addClass(cssClass);
    }

    private static double share(Duration part, Duration whole) {
        return whole.isZero() ? 0 : (double) part.toNanos() / whole.toNanos();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f%%", share * 100);
    }
}

package asyncjava.site;

import asyncjava.common.cli.Durations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// `/`: what there is, with links to try. `home.html` explains the paths; this adds what only a running
/// site knows.
final class HomePage {

    private final byte[] bytes;

    /// @param start the linked site's first page
    HomePage(SiteOptions options, List<URI> hosts, URI start) {
        Document page = template();
        page.outputSettings().prettyPrint(false);
        Element list = page.expectFirst("#hosts");
        for (URI host : hosts) {
            list.appendElement("li")
                    .appendElement("a")
                    .attr("href", host + "/")
                    .appendElement("code")
                    .text(host.toString());
        }
        Element table = page.expectFirst("#options");
        inForce(options).forEach((name, value) -> {
            Element row = table.appendElement("div");
            row.appendElement("dt").text(name);
            row.appendElement("dd").text(value);
        });
        page.expectFirst("#start").attr("href", start.toString());
        bytes = page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static Map<String, String> inForce(SiteOptions options) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("pages", String.format(Locale.ROOT, "%,d", options.pages()));
        values.put("links a page", Integer.toString(options.fanOut()));
        values.put("latency", Durations.format(options.latency()));
        values.put("pages that fail", String.format(Locale.ROOT, "%.0f %%", 100 * options.errorShare()));
        values.put("seed", Long.toString(options.seed()));
        return values;
    }

    private static Document template() {
        try (InputStream html = Objects.requireNonNull(HomePage.class.getResourceAsStream("home.html"))) {
            return Jsoup.parse(new String(html.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

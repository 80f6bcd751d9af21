package asyncjava.site.linked;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/// `robots.txt` and `sitemap.xml` of one host: <https://www.rfc-editor.org/rfc/rfc9309>,
/// <https://www.sitemaps.org/protocol.html>.
final class Sitemap {

    /// The most URLs that the protocol lets a sitemap have; a host with more has an index of several.
    static final int URLS = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String PART = "part=";

    private final Layout layout;
    private final URI host;

    Sitemap(Layout layout, URI host) {
        this.layout = layout;
        this.host = host;
    }

    /// The last of several hosts asks for a second between two requests.
    Document robots() {
        boolean slowly = layout.hosts().size() > 1 && host.equals(layout.hosts().getLast());
        return Document.text(200, """
                User-agent: *
                Disallow: /private/
                %s
                Sitemap: %s/sitemap.xml
                """.formatted(slowly ? "Crawl-delay: 1\n" : "", host));
    }

    /// The sitemap, or the index of its parts, or with `part=1` one of them.
    Optional<Document> file(String query) {
        int parts = Math.max(1, Math.ceilDiv(urls(), URLS));
        if (query.isEmpty()) {
            return Optional.of(xml(parts == 1 ? part(0) : index(parts)));
        }
        OptionalInt part =
                query.startsWith(PART) ? Layout.number(query.substring(PART.length()), "") : OptionalInt.empty();
        return part.isPresent() && part.getAsInt() >= 1 && part.getAsInt() <= parts
                ? Optional.of(xml(part(part.getAsInt() - 1)))
                : Optional.empty();
    }

    /// How many pages live on this host: its own place in the list, and every so many after it.
    private int urls() {
        return Math.max(0, Math.ceilDiv(layout.pages() - place(), layout.hosts().size()));
    }

    private int place() {
        return layout.hosts().indexOf(host);
    }

    private String index(int parts) {
        StringBuilder index = new StringBuilder("<sitemapindex xmlns=\"%s\">\n".formatted(NAMESPACE));
        for (int part = 1; part <= parts; part++) {
            index.append("<sitemap><loc>%s/sitemap.xml?%s%s</loc></sitemap>\n".formatted(host, PART, part));
        }
        return index.append("</sitemapindex>\n").toString();
    }

    private String part(int part) {
        int hosts = layout.hosts().size();
        StringBuilder urls = new StringBuilder("<urlset xmlns=\"%s\">\n".formatted(NAMESPACE));
        for (int i = part * URLS; i < Math.min(urls(), (part + 1) * URLS); i++) {
            urls.append("<url><loc>").append(layout.uri(i * hosts + place())).append("</loc></url>\n");
        }
        return urls.append("</urlset>\n").toString();
    }

    private static Document xml(String root) {
        return Document.of(
                "application/xml",
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root).getBytes(StandardCharsets.UTF_8));
    }
}

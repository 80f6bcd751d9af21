package asyncjava.site.linked;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One page of the site, made from its number.
final class Page {

    private final Layout layout;
    private final int number;

    Page(Layout layout, int number) {
        this.layout = layout;
        this.number = number;
    }

    String title() {
        return "%s, no. %s"
                .formatted(Layout.pick(Encoding.of(number).titles(), layout.random(number, "title")), number);
    }

    Document document() {
        if (layout.fails(number)) {
            return Document.text(500, "page %s fails, always".formatted(number));
        }
        Encoding encoding = Encoding.of(number);
        return Document.of(encoding.contentType(), encoding.bytes(html(encoding.meta())));
    }

    private String html(String meta) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                %s<title>%s</title>
                <link rel="canonical" href="%s">
                </head>
                <body>
                <h1>%s</h1>
                %s<nav>
                <ul>
                %s</ul>
                </nav>
                </body>
                </html>
                """.formatted(meta, title(), layout.uri(number), title(), text(), links());
    }

    private String text() {
        SplittableRandom random = layout.random(number, "text");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            text.append("<h2>%s</h2>\n<p>%s</p>\n".formatted(Prose.heading(random), Prose.paragraph(random)));
        }
        return text.toString();
    }

    private String links() {
        SplittableRandom random = layout.random(number, "spelling");
        URI here = layout.host(number);
        List<String> links = new ArrayList<>();
        for (int page : layout.linksOf(number)) {
            links.add(link(Spelling.of(here, layout.host(page), page, random), "page " + page));
        }
        List<String> oddities = oddities(random);
        // The first page has them all, so that even the smallest site has each.
        links.addAll(number == 0 ? oddities : List.of(Layout.pick(oddities, random), Layout.pick(oddities, random)));
        return "<li>" + String.join("</li>\n<li>", links) + "</li>\n";
    }

    /// Links that are no page, or not the way to it that a crawler keeps.
    private List<String> oddities(SplittableRandom random) {
        int other = random.nextInt(layout.pages());
        return List.of(
                link("/calendar/2026/11", "calendar"),
                link("gone-%s.html".formatted(number), "gone"),
                link("/moved/%s.html".formatted(other), "moved"),
                link("/private/%s.html".formatted(number), "private"),
                link("/static/%s.pdf".formatted(number), "leaflet (PDF)"),
                "<img src=\"/static/%s.png\" alt=\"\">".formatted(number),
                link("%s.html?view=print".formatted(number), "this page to print"),
                link(layout.host(0) + "/pages/", "the beginning"),
                link("mailto:breakfast@example.com", "write to us"));
    }

    private static String link(String href, String text) {
        return "<a href=\"%s\">%s</a>".formatted(href, text);
    }
}

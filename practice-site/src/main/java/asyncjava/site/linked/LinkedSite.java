package asyncjava.site.linked;

import asyncjava.site.SiteOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pages that link to each other across hosts, and all that a crawler meets on its way: other spellings of
/// one page, redirects, dead links, failing and slow pages, files that are no pages, several charsets, a
/// calendar without end, `robots.txt` and `sitemap.xml`.
///
/// Every answer follows from the options, the hosts and the path alone. Nothing is kept: a page is made
/// when it is asked for, and is the same each time.
public final class LinkedSite {

    /// How long a slow page takes; one page in a hundred is slow.
    static final Duration SLOW = Duration.ofSeconds(1);

    private final SiteOptions options;
    private final Layout layout;

    public LinkedSite(SiteOptions options, List<URI> hosts) {
        this.options = options;
        layout = new Layout(options, hosts);
    }

    /// The page from which links lead to all others.
    public URI start() {
        return layout.uri(0);
    }

    /// Every page, by its canonical URI: what a polite crawl finds that follows all links and falls into no
    /// trap, apart from those that [fail][#fails(URI)].
    public Stream<URI> pages() {
        return IntStream.range(0, layout.pages()).mapToObj(layout::uri);
    }

    /// The title of a page, as a reader sees it who used the right charset.
    ///
    /// @throws IllegalArgumentException when there is no such page
    public String title(URI page) {
        return new Page(layout, number(page)).title();
    }

    /// Whether the page answers with status 500, always.
    ///
    /// @throws IllegalArgumentException when there is no such page
    public boolean fails(URI page) {
        return layout.fails(number(page));
    }

    private int number(URI uri) {
        String path = Objects.requireNonNullElse(uri.normalize().getPath(), "");
        if (path.startsWith("/pages/")) {
            OptionalInt page = page(uri.resolve("/"), path.substring("/pages/".length()));
            if (page.isPresent()) {
                return page.getAsInt();
            }
        }
        throw new IllegalArgumentException("page must be one of this site, was " + uri);
    }

    /// The answer to a request, or nothing where there is nothing under that path.
    ///
    /// @param target path and query, as they stand in the request
    public Optional<Document> document(URI host, String target) {
        URI uri;
        try {
            uri = new URI(target).normalize();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        // The path that is left has no dots and no escapes: /pages/./%37.html is /pages/7.html.
        String path = Objects.requireNonNullElse(uri.getPath(), "");
        String folder = path.substring(0, path.indexOf('/', 1) + 1);
        String file = path.substring(folder.length());
        Optional<Document> document = switch (folder) {
            case "/pages/" -> pageOf(host, file);
            case "/moved/" -> moved(host, file);
            case "/calendar/" -> Calendar.month(file);
            case "/private/" -> hidden(file);
            case "/static/" -> StaticFile.of(file);
            case "" -> ofHost(host, file, Objects.requireNonNullElse(uri.getQuery(), ""));
            default -> Optional.empty();
        };
        return document.map(answer -> answer.later(options.latency()));
    }

    private Optional<Document> ofHost(URI host, String path, String query) {
        Sitemap sitemap = new Sitemap(layout, host);
        return switch (path) {
            case "/robots.txt" -> Optional.of(sitemap.robots());
            case "/sitemap.xml" -> sitemap.file(query);
            default -> Optional.empty();
        };
    }

    private Optional<Document> pageOf(URI host, String file) {
        OptionalInt page = page(host, file);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        Document document = new Page(layout, page.getAsInt()).document();
        return Optional.of(page.getAsInt() % 100 == 50 ? document.later(SLOW) : document);
    }

    /// The page of that name on that host; the first page has two more names.
    private OptionalInt page(URI host, String file) {
        boolean index = file.isEmpty() || file.equals("index.html");
        OptionalInt page = index ? OptionalInt.of(0) : layout.page(file);
        return page.isPresent() && layout.host(page.getAsInt()).getPort() == host.getPort()
                ? page
                : OptionalInt.empty();
    }

    /// Where the page is now: for good or for a while, on this host or another.
    private Optional<Document> moved(URI host, String file) {
        OptionalInt page = layout.page(file);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        int number = page.getAsInt();
        String location = layout.host(number).equals(host)
                ? "../pages/" + number + ".html"
                : layout.uri(number).toString();
        return Optional.of(Document.redirect(number % 2 == 0 ? 301 : 302, location));
    }

    /// What `robots.txt` asks not to be fetched.
    private Optional<Document> hidden(String file) {
        return layout.page(file).isEmpty() ? Optional.empty() : Optional.of(Document.html("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <title>Private</title>
                        </head>
                        <body>
                        <h1>Private</h1>
                        <p>robots.txt asked you not to come here.</p>
                        </body>
                        </html>
                        """));
    }
}

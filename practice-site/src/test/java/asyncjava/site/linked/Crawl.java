package asyncjava.site.linked;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// The smallest crawler that does the linked site justice: one request after another, breadth first.
final class Crawl {

    private static final Pattern CHARSET = Pattern.compile("charset=([\\w-]+)");
    private static final Pattern DIGIT = Pattern.compile("%3([0-9])");

    private final HttpClient client;
    private final Map<URI, String> titles = new HashMap<>();
    private final Map<URI, Integer> statuses = new HashMap<>();

    private Crawl(HttpClient client) {
        this.client = client;
    }

    static Crawl from(HttpClient client, URI start) throws IOException, InterruptedException {
        Crawl crawl = new Crawl(client);
        crawl.run(start);
        return crawl;
    }

    /// The title of each page that answered, by its canonical URI.
    Map<URI, String> titles() {
        return titles;
    }

    /// All that was asked for, and how it was answered.
    Map<URI, Integer> statuses() {
        return statuses;
    }

    private void run(URI start) throws IOException, InterruptedException {
        Set<URI> seen = new HashSet<>();
        Queue<URI> frontier = new ArrayDeque<>();
        frontier.add(start);
        while (!frontier.isEmpty()) {
            URI uri = frontier.remove();
            if (!seen.add(uri)) {
                continue;
            }
            HttpResponse<byte[]> response = get(client, uri);
            statuses.put(uri, response.statusCode());
            if (response.statusCode() >= 300 && response.statusCode() < 400) {
                frontier.add(uri.resolve(header(response, "Location")));
            } else if (response.statusCode() == 200
                    && header(response, "Content-Type").startsWith("text/html")) {
                Document page = html(response);
                titles.put(normalised(page.expectFirst("link[rel=canonical]").absUrl("href")), page.title());
                page.select("a[href^=http], a[href]:not([href*=:])").stream()
                        .map(link -> normalised(link.absUrl("href")))
                        .filter(Crawl::polite)
                        .forEach(frontier::add);
            }
        }
    }

    /// Neither what `robots.txt` disallows nor what never ends.
    private static boolean polite(URI uri) {
        return !uri.getPath().startsWith("/private/") && !uri.getPath().startsWith("/calendar/");
    }

    static HttpResponse<byte[]> get(HttpClient client, URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// Read as a browser would: in the charset of the header, else that of a byte order mark, else that of
    /// the page.
    static Document html(HttpResponse<byte[]> response) throws IOException {
        Matcher charset = CHARSET.matcher(header(response, "Content-Type"));
        return Jsoup.parse(
                new ByteArrayInputStream(response.body()),
                charset.find() ? charset.group(1) : null,
                response.uri().toString());
    }

    /// RFC 3986, section 6.2.2, as far as this site needs it: letters of the scheme, escapes, dots; and no
    /// fragment.
    static URI normalised(String link) {
        URI uri = URI.create(DIGIT.matcher(link).replaceAll("$1")).normalize();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(
                uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority() + uri.getRawPath() + query);
    }
}

package asyncjava.scraper.concepts;

import asyncjava.site.PracticeSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// A page comes as bytes, and what is wanted is its title, its headings and where its links lead. What
/// BeautifulSoup is beside asyncio, jsoup is in Java. Bytes become text by a charset: it stands in the
/// header, or else in the page itself, or in a byte order mark at its beginning.
///
/// Expect three pages, which say their charset in these three ways, and the links of the last one, made
/// absolute. Then the mistake: the same three, taken as text before anybody has looked into them. Only the
/// first can be read.
///
/// Reach for it on a virtual thread: parsing computes, and does not wait. Do not hand it a body without a
/// limit, and do not look for tags with a regular expression.
record ScrapedPage(String title, List<String> headings, List<String> links) {

    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern CHARSET = Pattern.compile("(?i)\\bcharset\\s*=\\s*[\"']?([^\\s;\"']+)");

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                HttpClient client = HttpClient.newHttpClient()) {
            List<String> paths = List.of("/pages/3.html", "/pages/7.html", "/pages/9.html");
            for (String path : paths) {
                IO.println(
                        "%s: %s".formatted(path, scrape(client, site.uri(path)).title()));
            }
            ScrapedPage last = scrape(client, site.uri(paths.getLast()));
            last.headings().forEach(heading -> IO.println("  " + heading));
            last.links().forEach(link -> IO.println("  " + link));
            IO.println("The mistake");
            for (String path : paths) {
                IO.println("%s: %s".formatted(path, titleOfText(client, site.uri(path))));
            }
        }
    }

    /// @throws IOException when there is no such page, or more of it than a mebibyte
    static ScrapedPage scrape(HttpClient client, URI uri) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(uri).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        if (response.statusCode() != 200) {
            throw new IOException("status %d for %s".formatted(response.statusCode(), uri.getPath()));
        }
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        return parse(response.body(), contentType, response.uri());
    }

    /// @param uri where the page came from, which its links are relative to
    static ScrapedPage parse(byte[] body, String contentType, URI uri) throws IOException {
        Document page = Jsoup.parse(new ByteArrayInputStream(body), charset(contentType), uri.toString());
        return new ScrapedPage(
                page.title(),
                page.select("h1, h2, h3").eachText(),
                page.select("a[href]").eachAttr("abs:href"));
    }

    /// What the header says, or nothing: then jsoup looks into the page. A charset that nobody knows says
    /// nothing.
    private static @Nullable String charset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        try {
            return charset.find() && Charset.isSupported(charset.group(1)) ? charset.group(1) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    /// The mistake: `ofString` knows the header and takes all else for UTF-8. By the time that the page can
    /// say it, the letters are lost.
    static String titleOfText(HttpClient client, URI uri) throws IOException, InterruptedException {
        String text = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        return Jsoup.parse(text, uri.toString()).title();
    }
}

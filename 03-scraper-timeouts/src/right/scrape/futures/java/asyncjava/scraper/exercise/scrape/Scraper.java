package asyncjava.scraper.exercise.scrape;

import asyncjava.scraper.exercise.scrape.Scraped.Failed;
import asyncjava.scraper.exercise.scrape.Scraped.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

public final class Scraper {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^;\\s\"]+)");

    private Scraper() {}

    public static List<Scraped> scrape(List<URI> pages) throws InterruptedException, ExecutionException {
        try (var client =
                HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build()) {
            List<CompletableFuture<Scraped>> results = new ArrayList<>();
            try {
                for (URI uri : pages) {
                    results.add(ask(client, uri)
                            .thenApply(response -> read(uri, response))
                            .exceptionally(failure -> new Failed(uri, failure.toString())));
                }
                CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                        .get();
                return results.stream().map(CompletableFuture::join).toList();
            } finally {
                // Does nothing where all have ended, and otherwise breaks off what is under way.
                client.shutdownNow();
            }
        }
    }

    /// Where the client cannot ask for it, the future says so.
    private static CompletableFuture<HttpResponse<byte[]>> ask(HttpClient client, URI uri) {
        try {
            return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Scraped read(URI uri, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (response.statusCode() != 200) {
            return new Failed(uri, "status " + response.statusCode());
        }
        if (!type.startsWith("text/html")) {
            return new Failed(uri, "not HTML, but " + type);
        }
        Matcher named = CHARSET.matcher(type);
        // Where there is null, jsoup looks into the document.
        String charset = named.find() ? named.group(1) : null;
        Document page;
        try {
            page = Jsoup.parse(
                    new ByteArrayInputStream(response.body()),
                    charset,
                    response.uri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Page(uri, page.title(), page.select("a[href]").eachAttr("abs:href"));
    }
}

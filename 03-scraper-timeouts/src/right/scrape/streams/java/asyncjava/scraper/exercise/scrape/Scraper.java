package asyncjava.scraper.exercise.scrape;

import asyncjava.scraper.exercise.scrape.Scraped.Failed;
import asyncjava.scraper.exercise.scrape.Scraped.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

public final class Scraper {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^;\\s\"]+)");

    private Scraper() {}

    public static List<Scraped> scrape(List<URI> pages) throws InterruptedException, ExecutionException {
        try (var client =
                        HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Scraped>> tasks = pages.stream()
                    .<Callable<Scraped>>map(uri -> () -> scrape(client, uri))
                    .toList();
            List<Scraped> results = new ArrayList<>();
            for (Future<Scraped> ended : executor.invokeAll(tasks)) {
                results.add(ended.get());
            }
            return results;
        }
    }

    private static Scraped scrape(HttpClient client, URI uri) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return read(uri, response, body);
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Failed(uri, e.toString());
        }
    }

    private static Scraped read(URI uri, HttpResponse<InputStream> response, InputStream body) throws IOException {
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
        Document page = Jsoup.parse(body, charset, response.uri().toString());
        return new Page(uri, page.title(), page.select("a[href]").eachAttr("abs:href"));
    }
}

package asyncjava.scraper.exercise.scrape;

import asyncjava.scraper.exercise.scrape.Scraped.Failed;
import asyncjava.scraper.exercise.scrape.Scraped.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

public final class Scraper {

    private Scraper() {}

    public static List<Scraped> scrape(List<URI> pages) throws InterruptedException, ExecutionException {
        try (var client =
                HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build()) {
            List<CompletableFuture<Scraped>> results = new ArrayList<>();
            try {
                for (URI uri : pages) {
                    results.add(client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .handle((response, failure) ->
                                    failure == null ? read(uri, response) : new Failed(uri, failure.toString())));
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

    private static Scraped read(URI uri, HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() != 200) {
            return new Failed(uri, "status " + response.statusCode());
        }
        if (!type.startsWith("text/html")) {
            return new Failed(uri, "not HTML, but " + type);
        }
        Document page = Jsoup.parse(response.body(), response.uri().toString());
        return new Page(uri, page.title(), page.select("a[href]").eachAttr("abs:href"));
    }
}

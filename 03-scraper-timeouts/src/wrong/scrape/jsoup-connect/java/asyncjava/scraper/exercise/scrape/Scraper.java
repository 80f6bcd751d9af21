package asyncjava.scraper.exercise.scrape;

import asyncjava.scraper.exercise.scrape.Scraped.Failed;
import asyncjava.scraper.exercise.scrape.Scraped.Page;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

public final class Scraper {

    private Scraper() {}

    public static List<Scraped> scrape(List<URI> pages) throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Scraped>> tasks = pages.stream()
                    .<Callable<Scraped>>map(uri -> () -> scrape(uri))
                    .toList();
            List<Scraped> results = new ArrayList<>();
            for (Future<Scraped> ended : executor.invokeAll(tasks)) {
                results.add(ended.get());
            }
            return results;
        }
    }

    private static Scraped scrape(URI uri) {
        try {
            Connection.Response response = Jsoup.connect(uri.toString()).execute();
            if (response.statusCode() != 200) {
                return new Failed(uri, "status " + response.statusCode());
            }
            Document page = response.parse();
            return new Page(uri, page.title(), page.select("a[href]").eachAttr("abs:href"));
        } catch (IOException e) {
            return new Failed(uri, e.toString());
        }
    }
}

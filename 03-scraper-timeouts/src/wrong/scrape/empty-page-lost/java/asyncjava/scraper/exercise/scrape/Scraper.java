package asyncjava.scraper.exercise.scrape;

import asyncjava.scraper.exercise.scrape.Scraped.Failed;
import asyncjava.scraper.exercise.scrape.Scraped.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

public final class Scraper {

    private Scraper() {}

    public static List<Scraped> scrape(List<URI> pages) {
        ConnectionProvider pool = ConnectionProvider.create("mine", Math.max(1, pages.size()));
        try {
            HttpClient client = HttpClient.create(pool).followRedirect(true);
            return Flux.fromIterable(pages)
                    .flatMapSequential(page -> one(client, page))
                    .collectList()
                    .block();
        } finally {
            pool.dispose();
        }
    }

    private static Mono<Scraped> one(HttpClient client, URI uri) {
        return client.get()
                .uri(uri)
                .responseSingle((response, body) -> {
                    String type = response.responseHeaders().get("Content-Type", "");
                    if (response.status().code() != 200) {
                        return Mono.<Scraped>just(new Failed(uri, "status " + response.status()));
                    }
                    if (!type.startsWith("text/html")) {
                        return Mono.<Scraped>just(new Failed(uri, type));
                    }
                    return body.asByteArray().map(bytes -> page(uri, bytes, type, response.resourceUrl()));
                })
                .onErrorResume(e -> Mono.just(new Failed(uri, e.toString())));
    }

    private static Scraped page(URI uri, byte[] bytes, String type, String address) {
        String charset = type.contains("charset=") ? type.split("charset=")[1] : null;
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset, address);
            return new Page(uri, page.title(), page.select("a[href]").eachAttr("abs:href"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

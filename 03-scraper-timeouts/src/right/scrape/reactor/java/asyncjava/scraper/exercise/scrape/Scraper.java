package asyncjava.scraper.exercise.scrape;

import asyncjava.scraper.exercise.scrape.Scraped.Failed;
import asyncjava.scraper.exercise.scrape.Scraped.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

public final class Scraper {

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^;\\s\"]+)");

    private Scraper() {}

    public static List<Scraped> scrape(List<URI> pages) {
        ConnectionProvider connections = ConnectionProvider.create("scrape", 1000);
        try {
            HttpClient client = HttpClient.create(connections).followRedirect(true);
            return Flux.fromIterable(pages)
                    .flatMapSequential(uri -> scrape(client, uri))
                    .collectList()
                    .block();
        } finally {
            connections.dispose();
        }
    }

    private static Mono<Scraped> scrape(HttpClient client, URI uri) {
        // Deferred, because uri(...) throws where the address is none for a client.
        return Mono.defer(() -> client.get()
                        .uri(uri)
                        .responseSingle((response, body) -> body.asByteArray()
                                .defaultIfEmpty(new byte[0])
                                .map(bytes -> read(uri, response, bytes))))
                .onErrorResume(e -> Mono.just(new Failed(uri, e.toString())));
    }

    private static Scraped read(URI uri, HttpClientResponse response, byte[] bytes) {
        String type = response.responseHeaders().get("Content-Type", "").toLowerCase(Locale.ROOT);
        if (response.status().code() != 200) {
            return new Failed(uri, "status " + response.status());
        }
        if (!type.startsWith("text/html")) {
            return new Failed(uri, "not HTML, but " + type);
        }
        Matcher named = CHARSET.matcher(type);
        String charset = named.find() ? named.group(1) : null;
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset, response.resourceUrl());
            return new Page(uri, page.title(), page.select("a[href]").eachAttr("abs:href"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@LeavesNoThreadBehind
class HomePageTest {

    private static final Pattern STATUSES = Pattern.compile("[1-5][0-9][0-9](, [1-5][0-9][0-9])*");

    private final HttpClient client = HttpClient.newHttpClient();
    private PracticeSite site;

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start(SiteOptions.DEFAULT
                .withHosts(2)
                .withPages(1_000)
                .withErrorShare(0.05)
                .withLatency(Duration.ofMillis(3)));
    }

    @AfterEach
    void close() {
        site.close();
        client.shutdownNow();
        client.close();
    }

    @Test
    void everyLinkIsAnsweredAsThePageSays() throws IOException, InterruptedException {
        for (Map.Entry<URI, String> link : links().entrySet()) {
            URI uri = link.getKey();
            switch (link.getValue()) {
                case String statuses
                when STATUSES.matcher(statuses).matches() -> {
                    for (String status : statuses.split(", ", -1)) {
                        assertThat(get(uri).statusCode()).as("%s", uri).isEqualTo(Integer.parseInt(status));
                    }
                }
                case "reset" -> assertThatIOException().isThrownBy(() -> get(uri));
                case "200, then reset" ->
                    assertThatIOException().isThrownBy(() -> open(uri).body().readAllBytes());
                case "200, without end" -> {
                    try (InputStream body = open(uri).body()) {
                        assertThat(body.readNBytes(1_000_000)).hasSize(1_000_000);
                    }
                }
                case "200, then silence", "200, then waits" -> {
                    try (InputStream _ = open(uri).body()) {
                        assertThat(site.account().inFlight()).isPositive();
                    }
                }
                case "no answer", "waits" -> staysUnanswered(uri);
                case String other ->
                    assertThat(other).as("what %s is said to answer", uri).isEmpty();
            }
        }
    }

    private void staysUnanswered(URI uri) {
        var answer = client.sendAsync(request(uri), BodyHandlers.discarding());
        await().until(() -> site.account().requests(uri.getPath()) == 1);
        assertThat(site.account().inFlight()).isPositive();
        assertThat(answer).isNotDone();
        answer.cancel(true);
    }

    @Test
    void everyPathIsExplained() throws IOException, InterruptedException {
        assertThat(links().keySet().stream()
                        .map(uri -> uri.getPath().split("/", -1)[1])
                        .distinct())
                .containsExactlyInAnyOrder(
                        "delay",
                        "drip",
                        "status",
                        "flaky",
                        "busy",
                        "reset",
                        "cut",
                        "redirect",
                        "redirect-loop",
                        "mute",
                        "stall",
                        "endless",
                        "held",
                        "half",
                        "release",
                        "catalogue",
                        "api",
                        "echo",
                        "files",
                        "pages",
                        "moved",
                        "calendar",
                        "static",
                        "private",
                        "robots.txt",
                        "sitemap.xml",
                        "stats");
        assertThat(page().select("section > ul:not(#hosts) > li > span").eachText())
                .hasSameSizeAs(page().select("section > ul > li > b"))
                .doesNotContain("");
    }

    @Test
    void itShowsTheOptionsInForceAndTheHosts() throws IOException, InterruptedException {
        assertThat(page().select("#options > div").eachText())
                .containsExactly("pages 1,000", "links a page 8", "latency 3 ms", "pages that fail 5 %", "seed 1");
        assertThat(page().select("#hosts a").eachText())
                .containsExactlyElementsOf(
                        site.hosts().stream().map(URI::toString).toList());
    }

    @Test
    void theLinkToTheLinkedSiteWorksOnEveryHost() throws IOException, InterruptedException {
        Document second = Jsoup.parse(
                client.send(request(site.hosts().getLast().resolve("/")), BodyHandlers.ofString())
                        .body(),
                site.hosts().getLast().toString());

        assertThat(second.expectFirst("#start").absUrl("href"))
                .isEqualTo(site.linked().start().toString());
    }

    @Test
    void theButtonBeginsTheAccountAnew() throws IOException, InterruptedException {
        Element form = page().expectFirst("form");
        HttpRequest press = HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .method(form.attr("method").toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(site.account().requests()).isEqualTo(1);
        assertThat(client.send(press, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        assertThat(site.account().requests()).isZero();
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException, InterruptedException {
        assertThat(page().select("[src], [srcset], script, object, iframe, embed, base, link:not([href=data:,])"))
                .isEmpty();
        assertThat(page().html()).doesNotContainPattern("@import|url\\(");
    }

    /// What each link with an explanation is said to answer.
    private Map<URI, String> links() throws IOException, InterruptedException {
        Map<URI, String> links = new LinkedHashMap<>();
        for (Element item : page().select("section > ul:not(#hosts) > li")) {
            links.put(
                    URI.create(item.expectFirst("a").absUrl("href")),
                    item.expectFirst("b").text());
        }
        return links;
    }

    private Document page() throws IOException, InterruptedException {
        return Jsoup.parse(get(site.uri("/")).body(), site.uri("/").toString());
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return client.send(request(uri), BodyHandlers.ofString());
    }

    private HttpResponse<InputStream> open(URI uri) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request(uri), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).as("%s", uri).isEqualTo(200);
        return answer;
    }

    private static HttpRequest request(URI uri) {
        return HttpRequest.newBuilder(uri).build();
    }
}

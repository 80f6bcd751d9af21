package asyncjava.site.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import asyncjava.site.PracticeSite;
import asyncjava.site.SiteOptions;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@LeavesNoThreadBehind
class LinkedSiteTest {

    private static final List<URI> HOSTS = List.of(
            URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:2"), URI.create("http://127.0.0.1:3"));
    private static final SiteOptions OPTIONS = SiteOptions.DEFAULT.withHosts(3);

    @Test
    void aCrawlThatFollowsAllLinksFindsEveryPageAndItsTitle() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start(OPTIONS);
                HttpClient client = HttpClient.newHttpClient()) {
            LinkedSite linked = site.linked();

            Crawl crawl = Crawl.from(client, linked.start());

            assertThat(crawl.titles())
                    .containsExactlyInAnyOrderEntriesOf(
                            linked.pages().collect(Collectors.toMap(page -> page, linked::title)));
            assertThat(Set.copyOf(crawl.statuses().values()))
                    .as("there are pages, redirects of both kinds and dead links")
                    .containsExactlyInAnyOrder(200, 301, 302, 404);
        }
    }

    @Test
    void aCrawlFindsEveryPageThatDoesNotFail() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start(OPTIONS.withErrorShare(0.25));
                HttpClient client = HttpClient.newHttpClient()) {
            LinkedSite linked = site.linked();

            Crawl crawl = Crawl.from(client, linked.start());

            assertThat(crawl.titles().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            linked.pages().filter(page -> !linked.fails(page)).toList());
            assertThat(linked.pages().filter(linked::fails))
                    .hasSizeBetween(30, 70)
                    .allSatisfy(page -> assertThat(crawl.statuses()).containsEntry(page, 500));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0.1, 900, 1100", "0.7, 6800, 7200", "0.9, 8800, 9200", "1, 10000, 10000"})
    void theShareOfPagesThatFailIsWhatWasAskedFor(double share, int least, int most) {
        LinkedSite site = site(OPTIONS.withPages(10_000).withErrorShare(share));

        assertThat(site.pages().filter(site::fails).count()).isBetween((long) least, (long) most);
        assertThat(site.fails(site.start())).isEqualTo(share == 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 100})
    void linksLeadFromTheStartToEveryPageWhateverTheFanOut(int fanOut) {
        Layout layout = new Layout(OPTIONS.withPages(1000).withFanOut(fanOut), HOSTS);
        Set<Integer> reached = new HashSet<>(Set.of(0));

        for (int page = 0; page < layout.pages(); page++) {
            assertThat(layout.linksOf(page)).hasSize(fanOut).allMatch(other -> other >= 0 && other < 1000);
            if (reached.contains(page)) {
                reached.addAll(layout.linksOf(page));
            }
        }
        assertThat(reached).hasSize(1000);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        LinkedSite one = site(OPTIONS);
        LinkedSite other = site(OPTIONS);

        assertThat(one.pages()).allSatisfy(page -> assertThat(body(one, page)).isEqualTo(body(other, page)));
    }

    @Test
    void anotherSeedGivesOtherBytes() {
        LinkedSite one = site(OPTIONS);
        LinkedSite other = site(OPTIONS.withSeed(2));

        assertThat(one.pages()).allSatisfy(page -> assertThat(body(one, page)).isNotEqualTo(body(other, page)));
    }

    @Test
    void noTwoPagesAreTheSame() {
        LinkedSite site = site(OPTIONS);

        assertThat(site.pages().map(page -> new String(body(site, page), Encoding.UTF_8.charset())))
                .doesNotHaveDuplicates();
        assertThat(site.pages().map(site::title)).doesNotHaveDuplicates();
    }

    @Test
    void aSiteOfTenMillionPagesAnswersAtOnceWithAnyOfThem() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start(OPTIONS.withPages(10_000_000));
                HttpClient client = HttpClient.newHttpClient()) {
            URI last = site.hosts().get(9_999_999 % 3).resolve("/pages/9999999.html");

            HttpResponse<byte[]> answer = Crawl.get(client, last);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Crawl.html(answer).title())
                    .isEqualTo(site.linked().title(last))
                    .endsWith("no. 9999999");
            assertThat(site.linked().pages().count()).isEqualTo(10_000_000);
        }
    }

    @Test
    void everyAnswerIsKeptBackByTheLatencyAndASlowPageLonger() {
        Duration latency = Duration.ofMillis(70);
        LinkedSite site = site(OPTIONS.withLatency(latency));

        assertThat(site.pages().map(page -> document(site, page).delay()))
                .filteredOn(delay -> !delay.equals(latency))
                .containsExactly(latency.plusSeconds(1), latency.plusSeconds(1));
        assertThat(document(site, HOSTS.get(1).resolve("/robots.txt")).delay()).isEqualTo(latency);
    }

    @Test
    void theSiteWaitsAsLongAsADocumentSays() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start(SiteOptions.DEFAULT.withLatency(Duration.ofMillis(150)));
                HttpClient client = HttpClient.newHttpClient()) {
            long before = System.nanoTime();

            assertThat(Crawl.get(client, site.linked().start()).statusCode()).isEqualTo(200);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    void aPageOfAnotherSiteHasNoTitle() {
        LinkedSite site = site(OPTIONS);

        for (String stranger : List.of("/pages/200.html", "/pages/1.html", "/pages/00.html", "/calendar/2026/11")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> site.title(HOSTS.getFirst().resolve(stranger)))
                    .withMessage("page must be one of this site, was http://127.0.0.1:1" + stranger);
        }
    }

    private static LinkedSite site(SiteOptions options) {
        return new LinkedSite(options, HOSTS);
    }

    private static byte[] body(LinkedSite site, URI uri) {
        return document(site, uri).body();
    }

    private static Document document(LinkedSite site, URI uri) {
        return site.document(uri.resolve("/"), uri.getRawPath()).orElseThrow();
    }
}

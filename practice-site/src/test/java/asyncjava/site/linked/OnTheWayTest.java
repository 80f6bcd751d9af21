package asyncjava.site.linked;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.site.PracticeSite;
import asyncjava.site.SiteOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a crawler meets on its way from page to page.
@Timeout(60)
class OnTheWayTest {

    private static final HttpClient client = HttpClient.newHttpClient();
    private static PracticeSite site;

    @BeforeAll
    static void start() throws IOException {
        site = PracticeSite.start(SiteOptions.DEFAULT.withHosts(3));
    }

    @AfterAll
    static void close() {
        client.close();
        site.close();
    }

    @Test
    void aPageHasATitleHeadingsParagraphsAndLinksOfEveryKind() throws IOException, InterruptedException {
        Document page = Crawl.html(get(site.linked().start()));

        assertThat(page.expectFirst("h1").text()).isEqualTo(page.title());
        assertThat(page.select("h2, p")).isNotEmpty();
        assertThat(page.select("a, img").eachText())
                .contains("calendar", "gone", "moved", "private", "leaflet (PDF)", "this page to print");
    }

    @Test
    void allSpellingsOfALinkMeanOnePageOnceTheyAreNormalised() {
        SplittableRandom random = new SplittableRandom(1);
        URI host = site.hosts().get(1);
        URI page = host.resolve("/pages/7.html");
        Set<String> spellings = new HashSet<>();
        for (URI from : site.hosts()) {
            for (int i = 0; i < 1000; i++) {
                String link = Spelling.of(from, host, 7, random);
                spellings.add(link);
                Document html = Jsoup.parse("<a href=\"%s\">".formatted(link), from + "/pages/3.html");

                assertThat(Crawl.normalised(html.expectFirst("a").absUrl("href")))
                        .as(link)
                        .isEqualTo(page);
            }
        }
        assertThat(spellings)
                .contains("7.html", "./7.html", "%37.html", "7.html#more", "/pages/./7.html", "../pages/7.html")
                .contains(page.toString(), "//" + host.getAuthority() + "/pages/7.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages/0.html",
                "/pages/./0.html",
                "/pages/../pages/0.html",
                "/calendar/../pages/0.html",
                "/pages/%30.html",
                "/pages/",
                "/pages/index.html",
                "/pages/0.html?view=print"
            })
    void aDuplicateSaysWhichSpellingItPrefers(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(URI.create(site.uri() + path));

        assertThat(answer.body()).isEqualTo(get(site.linked().start()).body());
        assertThat(Crawl.html(answer).expectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo(site.linked().start().toString());
    }

    @Test
    void everyPageIsReadInItsOwnCharset() throws IOException, InterruptedException {
        for (int page = 0; page < 10; page++) {
            URI uri = site.linked().pages().toList().get(page);
            HttpResponse<byte[]> answer = get(uri);

            assertThat(Crawl.html(answer).title()).isEqualTo(site.linked().title(uri));
        }
        assertThat(IntStream.range(0, 10)
                        .mapToObj(Encoding::of)
                        .map(encoding -> encoding.charset().name()))
                .contains("UTF-8", "ISO-8859-1", "windows-1252", "UTF-16", "windows-1251");
    }

    @Test
    void everyTitleShowsItWhenItIsReadInTheWrongCharset() {
        // Letters of ISO 8859-1 are the same in windows-1252, which is why browsers read the one as the other.
        List<Encoding> all =
                IntStream.range(0, 10).mapToObj(Encoding::of).distinct().toList();
        for (Encoding written : all) {
            for (String title : written.titles()) {
                assertThat(new String(title.getBytes(written.charset()), written.charset()))
                        .isEqualTo(title);
                for (Encoding read : all) {
                    if (!read.equals(written)
                            && !(written.equals(Encoding.LATIN_1) && read.equals(Encoding.WINDOWS_1252))) {
                        assertThat(new String(title.getBytes(written.charset()), read.charset()))
                                .isNotEqualTo(title);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, text/html; charset=ISO-8859-1, false",
        "5, text/html; charset=windows-1252, false",
        "7, text/html, false",
        "9, text/html, true",
        "4, text/html; charset=UTF-8, true"
    })
    void theCharsetIsSaidByTheHeaderOrByThePageOrByTheFirstBytes(int page, String type, boolean inPage)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(site.linked().pages().toList().get(page));

        assertThat(Crawl.header(answer, "Content-Type")).isEqualTo(type);
        assertThat(Crawl.html(answer).select("meta[charset]")).hasSize(inPage ? 1 : 0);
        assertThat(answer.body()[0] == (byte) 0xFE && answer.body()[1] == (byte) 0xFF)
                .as("begins with a byte order mark")
                .isEqualTo(page == 7);
    }

    @Test
    void aMovedPageIsElsewhereForGoodOrForAWhile() throws IOException, InterruptedException {
        HttpResponse<byte[]> even = get(site.uri("/moved/6.html"));
        HttpResponse<byte[]> odd = get(site.uri("/moved/7.html"));

        assertThat(even.statusCode()).isEqualTo(301);
        assertThat(Crawl.header(even, "Location")).as("on this host").isEqualTo("../pages/6.html");
        assertThat(odd.statusCode()).isEqualTo(302);
        assertThat(Crawl.header(odd, "Location")).isEqualTo(site.hosts().get(1) + "/pages/7.html");
    }

    @Test
    void theCalendarGoesOnAndOn() throws IOException, InterruptedException {
        URI month = site.uri("/calendar/2026/11");
        for (int i = 0; i < 100; i++) {
            month = URI.create(Crawl.html(get(month)).expectFirst("[rel=next]").absUrl("href"));
        }
        assertThat(month).isEqualTo(site.uri("/calendar/2035/3"));
        assertThat(Crawl.html(get(site.uri("/calendar/0/1")))
                        .expectFirst("[rel=prev]")
                        .attr("href"))
                .isEqualTo("/calendar/-1/12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages/gone-1.html",
                "/pages/200.html",
                "/pages/1.html",
                "/pages/00.html",
                "/pages/-3.html",
                "/pages/99999999999.html",
                "/pages/0xhtml",
                "/pages/0.html/0.html",
                "/pages",
                "/moved/200.html",
                "/moved/",
                "/private/200.html",
                "/calendar/2026/13",
                "/calendar/2026/011",
                "/calendar/",
                "/static/1.gif",
                "/sitemap.xml?part=0",
                "/sitemap.xml?part=2",
                "/sitemap.xml?part=one",
                "/robots.txt/1"
            })
    void whatIsNotThereIsNotFound(String path) throws IOException, InterruptedException {
        assertThat(get(site.uri(path)).statusCode()).isEqualTo(404);
    }

    @Test
    void filesThatAreNoPagesSayWhatTheyAre() throws IOException, InterruptedException {
        HttpResponse<byte[]> pdf = get(site.uri("/static/12.pdf"));
        HttpResponse<byte[]> png = get(site.uri("/static/12.png"));

        assertThat(Crawl.header(pdf, "Content-Type")).isEqualTo("application/pdf");
        assertThat(new String(pdf.body(), StandardCharsets.US_ASCII))
                .startsWith("%PDF-1.4")
                .contains("Leaflet no. 12")
                .endsWith("%%EOF\n");
        assertThat(Crawl.header(png, "Content-Type")).isEqualTo("image/png");
        assertThat(png.body()).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
    }

    @Test
    void thePdfsTableOfOffsetsHolds() throws IOException, InterruptedException {
        String pdf = new String(get(site.uri("/static/12345678.pdf")).body(), StandardCharsets.US_ASCII);
        int table = Integer.parseInt(pdf.lines().toList().reversed().get(1));
        List<String> entries = pdf.substring(table).lines().skip(3).limit(5).toList();

        for (int i = 0; i < 5; i++) {
            assertThat(pdf.substring(Integer.parseInt(entries.get(i).substring(0, 10))))
                    .startsWith("%d 0 obj".formatted(i + 1));
        }
    }

    @Test
    void robotsTxtKeepsCrawlersOutOfThePrivatePagesWhichExist() throws IOException, InterruptedException {
        for (URI host : site.hosts()) {
            assertThat(robots(host))
                    .contains("User-agent: *", "Disallow: /private/", "Sitemap: " + host + "/sitemap.xml");
            assertThat(get(host.resolve("/private/1.html")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void onlyTheLastHostAsksForADelay() throws IOException, InterruptedException {
        assertThat(robots(site.hosts().get(2))).contains("Crawl-delay: 1");
        assertThat(robots(site.hosts().get(1))).doesNotContain("Crawl-delay: 1");
        assertThat(robots(site.hosts().get(0))).doesNotContain("Crawl-delay: 1");
    }

    @Test
    void theSitemapsNameEveryPageOfTheirHost() throws IOException, InterruptedException {
        Map<String, List<URI>> byHost = site.linked().pages().collect(Collectors.groupingBy(URI::getAuthority));
        for (URI host : site.hosts()) {
            HttpResponse<byte[]> sitemap = get(host.resolve("/sitemap.xml"));

            assertThat(Crawl.header(sitemap, "Content-Type")).isEqualTo("application/xml");
            assertThat(locations(sitemap.body(), "urlset > url > loc"))
                    .containsExactlyElementsOf(byHost.get(host.getAuthority()));
        }
    }

    @Test
    void beyondFiftyThousandPagesThereIsAnIndexOfSitemaps() {
        List<URI> hosts = site.hosts();
        LinkedSite large = new LinkedSite(SiteOptions.DEFAULT.withPages(200_000), hosts);
        byte[] index =
                large.document(hosts.getFirst(), "/sitemap.xml").orElseThrow().body();

        List<URI> parts = locations(index, "sitemapindex > sitemap > loc");

        assertThat(parts).containsExactly(site.uri("/sitemap.xml?part=1"), site.uri("/sitemap.xml?part=2"));
        List<List<URI>> urls = parts.stream()
                .map(part -> large.document(hosts.getFirst(), "/sitemap.xml?" + part.getQuery())
                        .orElseThrow()
                        .body())
                .map(body -> locations(body, "urlset > url > loc"))
                .toList();
        assertThat(urls.getFirst()).hasSize(50_000).startsWith(large.start());
        assertThat(urls.getLast()).hasSize(16_667).endsWith(hosts.getFirst().resolve("/pages/199998.html"));
        assertThat(urls.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    private static List<String> robots(URI host) throws IOException, InterruptedException {
        return new String(get(host.resolve("/robots.txt")).body(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static List<URI> locations(byte[] xml, String path) {
        return Jsoup.parse(new String(xml, StandardCharsets.UTF_8), Parser.xmlParser()).select(path).stream()
                .map(loc -> URI.create(loc.text()))
                .toList();
    }

    private static HttpResponse<byte[]> get(URI uri) throws IOException, InterruptedException {
        return Crawl.get(client, uri);
    }
}

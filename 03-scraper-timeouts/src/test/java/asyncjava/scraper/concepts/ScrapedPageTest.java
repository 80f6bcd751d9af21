package asyncjava.scraper.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.site.PracticeSite;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@LeavesNoThreadBehind
final class ScrapedPageTest {

    private static final URI HERE = URI.create("http://shop.example/tea/pots.html");
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

    @Test
    void titleAndHeadingsAreTextsAndLinksAreAbsolute() throws IOException {
        ScrapedPage page = parse("""
                <title> Tea &amp;
                  pots </title>
                <h1>Pots</h1> <p>of</p> <h2>all <em>kinds</em></h2>
                <a href="cups.html">cups</a> <a href="/">home</a> <a name="here">here</a>
                <a href="http://other.example/?q=1#top">others</a>""", "text/html; charset=utf-8");

        assertThat(page.title()).isEqualTo("Tea & pots");
        assertThat(page.headings()).containsExactly("Pots", "all kinds");
        assertThat(page.links())
                .containsExactly(
                        "http://shop.example/tea/cups.html", "http://shop.example/", "http://other.example/?q=1#top");
    }

    @Test
    void aPageMaySayWhatItsLinksAreRelativeTo() throws IOException {
        ScrapedPage page = parse("<base href=\"/cups/\"><a href=\"blue.html\">blue</a>", "");

        assertThat(page.links()).containsExactly("http://shop.example/cups/blue.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=windows-1251", "text/html;Charset=\"WINDOWS-1251\"; a=b"})
    void theHeadersCharsetComesBeforeThePages(String contentType) throws IOException {
        byte[] body = "<meta charset=\"utf-8\"><title>Чайник</title>".getBytes(WINDOWS_1251);

        assertThat(ScrapedPage.parse(body, contentType, HERE).title()).isEqualTo("Чайник");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "", "text/html; charset=klingon", "text/html; charset=?!"})
    void whereTheHeaderSaysNothingThePageIsAsked(String contentType) throws IOException {
        byte[] body = "<meta charset=\"windows-1251\"><title>Чайник</title>".getBytes(WINDOWS_1251);

        assertThat(ScrapedPage.parse(body, contentType, HERE).title()).isEqualTo("Чайник");
    }

    @ParameterizedTest
    @CsvSource({"3, true", "5, true", "7, false", "8, true", "9, false"})
    void pagesInAnyCharsetAreReadAndAsTextOnlyThoseWhoseHeaderSaysIt(int number, boolean readAsText)
            throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = site.uri("/pages/" + number + ".html");
            String title = site.linked().title(uri);

            assertThat(ScrapedPage.scrape(client, uri).title()).isEqualTo(title);
            assertThat(ScrapedPage.titleOfText(client, uri).equals(title)).isEqualTo(readAsText);
        }
    }

    @Test
    void aBodyWithoutEndAndAStatusThatIsNoPageAreFailures() throws IOException {
        try (PracticeSite site = PracticeSite.start();
                HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> ScrapedPage.scrape(client, site.uri("/endless")))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ScrapedPage.scrape(client, site.uri("/status/404")))
                    .hasMessage("status 404 for /status/404");

            await().until(() -> site.account().inFlight() == 0);
        }
    }

    private static ScrapedPage parse(String html, String contentType) throws IOException {
        return ScrapedPage.parse(html.getBytes(StandardCharsets.UTF_8), contentType, HERE);
    }
}

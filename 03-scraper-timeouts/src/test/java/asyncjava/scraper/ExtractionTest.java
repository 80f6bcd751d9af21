package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.scraper.Reply.Answer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExtractionTest {

    private static final Charset LATIN = StandardCharsets.ISO_8859_1;

    @Test
    void theHeadersCharsetIsBelievedBeforeTheDocuments() throws Unusable {
        String html = "<meta charset=utf-8><title>Käse</title>";

        assertThat(page("text/html; charset=ISO-8859-1", html.getBytes(LATIN)).title())
                .isEqualTo("Käse");
        assertThat(page("text/html; Charset=\"iso-8859-1\"", html.getBytes(LATIN))
                        .title())
                .isEqualTo("Käse");
    }

    @Test
    void thenTheDocumentsAndThenUtf8() throws Unusable {
        assertThat(page("text/html", "<meta charset=iso-8859-1><title>Käse</title>".getBytes(LATIN))
                        .title())
                .isEqualTo("Käse");
        assertThat(page("text/html; charset=klingon", "<title>Käse</title>".getBytes(StandardCharsets.UTF_8))
                        .title())
                .isEqualTo("Käse");
    }

    @Test
    void linksAreAbsoluteAndThereOnce() throws Unusable {
        Page page = page("text/html", """
                <base href="/b/"><a href="x">x</a><a href=x>again</a><a href="//other/y">y</a><a>no link</a>
                <a href="mailto:a@b">post</a><a href="http://[bad">bad</a>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(page.links()).containsExactly("http://host/b/x", "http://other/y", "mailto:a@b");
    }

    @ParameterizedTest
    @CsvSource({"application/pdf, application/pdf", "IMAGE/png; q=1, image/png", "text/plain, text/plain"})
    void whatIsNoPageSaysWhatItIs(String header, String type) {
        assertThatThrownBy(() -> page(header, new byte[0])).hasMessage("no page but " + type);
    }

    @Test
    void whatDoesNotSayWhatItIsMayBeAPageAndAnEmptyOneHasNothing() throws Unusable {
        Page page = page("", new byte[0]);

        assertThat(page.title()).isEmpty();
        assertThat(page.headings()).isEmpty();
        assertThat(page.links()).isEmpty();
    }

    private static Page page(String contentType, byte[] body) throws Unusable {
        URI uri = URI.create("http://host/a/page.html");
        return new Extraction(Optional.empty()).of(new Answer(uri, 200, contentType, "", "", body, Duration.ZERO));
    }
}

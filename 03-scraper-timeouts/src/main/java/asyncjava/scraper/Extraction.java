package asyncjava.scraper;

import asyncjava.scraper.Reply.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds on a page what is asked for.
///
/// The charset is what the header says, or else the document itself, or else UTF-8.
///
/// @param select a CSS selection
record Extraction(Optional<String> select) {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s,;\"']+)", Pattern.CASE_INSENSITIVE);

    /// @throws Unusable when the answer is no page
    Page of(Answer answer) throws Unusable {
        if (!isPage(answer.contentType())) {
            throw new Unusable("no page but " + mediaType(answer.contentType()));
        }
        Document page = parse(answer);
        return new Page(
                answer.uri(),
                answer.status(),
                page.title(),
                page.select("h1, h2, h3").eachText(),
                page.select("a[href]").stream()
                        .map(link -> link.absUrl("href"))
                        .filter(link -> !link.isEmpty())
                        .distinct()
                        .toList(),
                select.map(css -> page.select(css).stream().map(Element::text).toList())
                        .orElse(List.of()));
    }

    /// Whether it is, after its header; where that does not say, it may be.
    static boolean isPage(String contentType) {
        return List.of("", "text/html", "application/xhtml+xml").contains(mediaType(contentType));
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Document parse(Answer answer) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(answer.body()),
                    charset(answer.contentType()).map(Charset::name).orElse(null),
                    answer.uri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // from memory there is none
        }
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        try {
            return charset.find() ? Optional.of(Charset.forName(charset.group(1))) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}

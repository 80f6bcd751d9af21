package asyncjava.site.linked;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How a page's text becomes bytes, and who tells the reader so: the header, the page itself, or a byte
/// order mark.
///
/// @param titles what pages in it are called; read in the wrong charset, each shows it
record Encoding(Charset charset, boolean inHeader, boolean inPage, List<String> titles) {

    static final Encoding UTF_8 =
            new Encoding(StandardCharsets.UTF_8, true, true, List.of("Große Teekanne", "Żółty czajnik", "茶壺と急須"));

    static final Encoding LATIN_1 = new Encoding(
            StandardCharsets.ISO_8859_1, true, false, List.of("Théière à deux becs", "Köstliche Brötchen"));

    /// Has what ISO 8859-1 has no letter for, such as the euro sign.
    static final Encoding WINDOWS_1252 = new Encoding(
            Charset.forName("windows-1252"), true, false, List.of("Crème brûlée – 4 €", "“Œufs à la coque”"));

    /// Begins with a byte order mark, and nothing else says what it is.
    static final Encoding UTF_16 =
            new Encoding(StandardCharsets.UTF_16, false, false, List.of("朝ごはん", "Завтрак у бабушки", "Πρωινό"));

    /// Only the page itself says it.
    static final Encoding META_ONLY =
            new Encoding(Charset.forName("windows-1251"), false, true, List.of("Чайник", "Варенье и тосты"));

    /// Six pages of ten are in UTF-8, and one in each of the others.
    static Encoding of(int page) {
        return switch (page % 10) {
            case 3 -> LATIN_1;
            case 5 -> WINDOWS_1252;
            case 7 -> UTF_16;
            case 9 -> META_ONLY;
            default -> UTF_8;
        };
    }

    String contentType() {
        return inHeader ? "text/html; charset=" + charset.name() : "text/html";
    }

    /// What the page says of itself, or nothing.
    String meta() {
        return inPage ? "<meta charset=\"%s\">\n".formatted(charset.name()) : "";
    }

    byte[] bytes(String html) {
        return html.getBytes(charset);
    }
}

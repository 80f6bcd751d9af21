package asyncjava.site.linked;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a crawler for text leaves alone: `/static/{n}.pdf` and `/static/{n}.png`.
final class StaticFile {

    /// One pixel.
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private StaticFile() {}

    static Optional<Document> of(String file) {
        if (Layout.number(file, ".png").isPresent()) {
            return Optional.of(Document.of("image/png", PNG.clone()));
        }
        OptionalInt number = Layout.number(file, ".pdf");
        return number.isPresent()
                ? Optional.of(Document.of("application/pdf", leaflet(number.getAsInt())))
                : Optional.empty();
    }

    /// A leaflet of one page that says its number.
    private static byte[] leaflet(int number) {
        String text = "BT /F 18 Tf 40 45 Td (Leaflet no. %s) Tj ET".formatted(number);
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                "<</Length %s>>stream\n%s\nendstream".formatted(text.length(), text),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder offsets = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append("%s 0 obj%s endobj\n".formatted(i + 1, objects.get(i)));
        }
        int table = pdf.length();
        pdf.append(offsets).append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n%s\n%%%%EOF\n".formatted(table));
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

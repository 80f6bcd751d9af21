package asyncjava.site.linked;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// An answer of the linked site, on its way out: nobody compares two of them or changes the body.
///
/// @param location where to go instead; empty where the answer is no redirect
/// @param delay how long to keep the answer back
@SuppressWarnings("ArrayRecordComponent")
public record Document(int status, String contentType, byte[] body, String location, Duration delay) {

    static Document of(String contentType, byte[] body) {
        return new Document(200, contentType, body, "", Duration.ZERO);
    }

    static Document text(int status, String text) {
        return new Document(
                status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), "", Duration.ZERO);
    }

    static Document html(String html) {
        return of("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    static Document redirect(int status, String location) {
        return new Document(status, "text/plain; charset=utf-8", new byte[0], location, Duration.ZERO);
    }

    Document later(Duration by) {
        return new Document(status, contentType, body, location, delay.plus(by));
    }
}

package asyncjava.scraper;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/// What a person asked for: a URL that can be fetched, or something else, which gets a row all the same.
sealed interface Target {

    /// As it was written.
    String text();

    /// A URL that can be fetched, whatever comes of it.
    record Fetchable(String text, URI uri) implements Target {}

    /// Something that cannot even be tried.
    record Unfit(String text) implements Target {

        Result failed() {
            Unusable why = new Unusable("not a URL; accepted: http://… or https://…");
            return new Result(URI.create(""), new Outcome.Failed(why), 0, Duration.ZERO);
        }
    }

    static Target parse(String text) {
        try {
            URI uri = ascii(new URI(text.strip()));
            return isFetchable(uri) ? new Fetchable(text, uri) : new Unfit(text);
        } catch (URISyntaxException e) {
            return new Unfit(text);
        }
    }

    /// As it is sent: without its fragment, which is the reader's, and with escapes for what is not ASCII.
    static URI ascii(URI uri) {
        return URI.create(uri.toASCIIString().replaceFirst("#.*", ""));
    }

    static boolean isFetchable(URI uri) {
        return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getPort() <= 65_535;
    }
}

package asyncjava.requests;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/// What a person asked for: a URL that can be fetched, or something else, which gets a row all the same.
sealed interface Target {

    String ACCEPTED = "accepted: http://… or https://…";

    /// As it was written.
    String text();

    /// A URL that can be fetched, whatever comes of it.
    record Fetchable(String text, URI uri) implements Target {}

    /// Something that cannot even be tried.
    ///
    /// @param reason in words for a person
    record Unfit(String text, String reason) implements Target {

        Result failed() {
            return new Result.Failed(reason, new IllegalArgumentException(reason), 0, Duration.ZERO);
        }
    }

    static Target parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            return new Unfit(text, "not a URL; " + ACCEPTED);
        }
        if (uri.getScheme() == null) {
            return new Unfit(text, "not a whole URL; " + ACCEPTED);
        }
        if (!uri.getScheme().equalsIgnoreCase("http") && !uri.getScheme().equalsIgnoreCase("https")) {
            return new Unfit(text, "cannot fetch %s:; %s".formatted(uri.getScheme(), ACCEPTED));
        }
        return uri.getHost() == null || uri.getPort() > 65_535
                ? new Unfit(text, "no host in it; " + ACCEPTED)
                : new Fetchable(text, uri);
    }
}

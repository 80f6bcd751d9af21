package asyncjava.scraper;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What is kept for each host: a scheme, a name and a port.
///
/// @param <H> what that is, in one style
final class Hosts<H> {

    private final Map<String, H> hosts = new ConcurrentHashMap<>();
    private final Supplier<H> made;

    Hosts(Supplier<H> made) {
        this.made = made;
    }

    H of(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        String host = "%s://%s:%d".formatted(scheme, uri.getHost().toLowerCase(Locale.ROOT), port);
        return hosts.computeIfAbsent(host, _ -> made.get());
    }
}

package asyncjava.site;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `/`: what there is, with links to try.
final class HomePage {

    private final byte[] bytes;

    HomePage(SiteOptions options, List<URI> hosts) {
        bytes = "<!doctype html><title>Practice site</title>%s %s"
                .formatted(options, hosts)
                .getBytes(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }
}

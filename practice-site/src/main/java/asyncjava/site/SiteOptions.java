package asyncjava.site;

import java.time.Duration;

/// What the site is made of. The same options give the same site, apart from ports that the system picks.
///
/// @param port the first host's port, the others follow it; 0 lets the system pick one for each
/// @param hosts how many hosts, each a listening port of its own
/// @param pages how many pages the linked site has, spread over the hosts
/// @param fanOut how many links to other pages a page has
/// @param latency how long each answer of the linked site is kept back
/// @param errorShare how many of the linked site's pages answer with an error, from 0 for none to 1 for all
/// @param seed what all that looks random is made from
public record SiteOptions(int port, int hosts, int pages, int fanOut, Duration latency, double errorShare, long seed) {

    public static final SiteOptions DEFAULT = new SiteOptions(0, 1, 200, 8, Duration.ZERO, 0, 1);

    public SiteOptions {
        requireBetween("port", port, 0, 65_535);
        requireBetween("hosts", hosts, 1, 64);
        requireBetween("pages", pages, 1, 10_000_000);
        requireBetween("fanOut", fanOut, 1, 100);
        if (port > 0 && port + hosts - 1 > 65_535) {
            throw new IllegalArgumentException(
                    "port and hosts must end below 65536, were %d and %d".formatted(port, hosts));
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency must not be negative, was " + latency);
        }
        if (!(errorShare >= 0 && errorShare <= 1)) {
            throw new IllegalArgumentException("errorShare must be from 0 to 1, was " + errorShare);
        }
    }

    public SiteOptions withPort(int port) {
        return new SiteOptions(port, hosts, pages, fanOut, latency, errorShare, seed);
    }

    public SiteOptions withHosts(int hosts) {
        return new SiteOptions(port, hosts, pages, fanOut, latency, errorShare, seed);
    }

    public SiteOptions withPages(int pages) {
        return new SiteOptions(port, hosts, pages, fanOut, latency, errorShare, seed);
    }

    public SiteOptions withFanOut(int fanOut) {
        return new SiteOptions(port, hosts, pages, fanOut, latency, errorShare, seed);
    }

    public SiteOptions withLatency(Duration latency) {
        return new SiteOptions(port, hosts, pages, fanOut, latency, errorShare, seed);
    }

    public SiteOptions withErrorShare(double errorShare) {
        return new SiteOptions(port, hosts, pages, fanOut, latency, errorShare, seed);
    }

    public SiteOptions withSeed(long seed) {
        return new SiteOptions(port, hosts, pages, fanOut, latency, errorShare, seed);
    }

    private static void requireBetween(String name, int got, int least, int most) {
        if (got < least || got > most) {
            throw new IllegalArgumentException("%s must be from %d to %d, was %d".formatted(name, least, most, got));
        }
    }
}

package asyncjava.requests;

import asyncjava.site.PracticeSite;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is fetched when nobody says what: some of the practice site's pages, fast, slow and failing; or some of its
/// files, where they are to be downloaded.
///
/// @param meantToFail how many of them do, every time
/// @param sums those of the files
record PracticeMix(List<String> urls, int meantToFail, Duration timeout, String sums) {

    private static final List<String> PAGES = List.of(
            "/delay/400",
            "/delay/100",
            "/delay/300",
            "/delay/200",
            "/delay/350",
            "/delay/250",
            "/status/200",
            "/api/items",
            "/redirect/3",
            "/files/medium.bin",
            "/drip/10/20");

    private static final List<String> FAILING = List.of("/status/404", "/reset", "/mute", "/stall");

    static PracticeMix pages(PracticeSite site) {
        return of(site, Stream.concat(PAGES.stream(), FAILING.stream()), FAILING.size(), Duration.ofSeconds(1));
    }

    static PracticeMix files(PracticeSite site) {
        Stream<String> pictures =
                IntStream.rangeClosed(1, 5).mapToObj(i -> "/files/picture-%d.bin?over=%dms".formatted(i, i * 600));
        return of(site, Stream.concat(pictures, Stream.of("/files/large.bin?over=3s")), 0, Duration.ofMinutes(1));
    }

    private static PracticeMix of(PracticeSite site, Stream<String> paths, int meantToFail, Duration timeout) {
        return new PracticeMix(
                paths.map(path -> site.uri(path).toString()).toList(),
                meantToFail,
                timeout,
                site.uri("/files/SHA256SUMS").toString());
    }
}

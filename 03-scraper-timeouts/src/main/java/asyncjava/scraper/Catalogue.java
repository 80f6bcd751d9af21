package asyncjava.scraper;

import asyncjava.site.PracticeSite;
import java.util.List;
import java.util.stream.IntStream;

/// What is scraped when nobody says what: a shop's catalogue on the practice site. Two pages are late, two
/// fail at first, and one never answers.
final class Catalogue {

    static final int NEVER_ANSWERING = 1;

    private static final int PAGES = 20;

    private Catalogue() {}

    /// @param visit what fails at first does so for each visit
    static List<Target> pages(PracticeSite site, String visit) {
        return IntStream.rangeClosed(1, PAGES)
                .mapToObj(i ->
                        site.uri("/catalogue/%d?visit=%s".formatted(i, visit)).toString())
                .map(Target::parse)
                .toList();
    }
}

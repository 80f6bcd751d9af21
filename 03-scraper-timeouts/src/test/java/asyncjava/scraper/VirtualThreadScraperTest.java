package asyncjava.scraper;

final class VirtualThreadScraperTest extends ScraperContract {

    @Override
    Style style() {
        return Style.THREADS;
    }
}

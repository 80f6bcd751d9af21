package asyncjava.scraper;

final class ReactiveScraperTest extends ScraperContract {

    @Override
    Style style() {
        return Style.REACTIVE;
    }
}

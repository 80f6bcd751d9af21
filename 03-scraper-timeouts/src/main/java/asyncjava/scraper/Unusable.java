package asyncjava.scraper;

/// An answer came, and is of no use: no page, too large, or a way that does not end. To ask again would not
/// help.
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}

package asyncjava.scraper;

import java.io.ByteArrayOutputStream;

/// A body as it comes in, up to a limit.
final class Collected {

    /// What is read of a body that nobody wants: a little, for then its connection serves the next request.
    private static final int UNWANTED = 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean wanted;
    private final int largest;

    /// @param wanted whether it is to be a page; of an error, or of a picture, the headers have said all
    Collected(boolean wanted, int largest) {
        this.wanted = wanted;
        this.largest = wanted ? largest : Math.min(largest, UNWANTED);
    }

    /// Takes a piece.
    ///
    /// @return whether to read on
    /// @throws Unusable when it is too much for a page
    boolean add(byte[] piece) throws Unusable {
        if (piece.length <= largest - bytes.size()) {
            bytes.writeBytes(piece);
            return true;
        }
        if (wanted) {
            throw new Unusable("larger than %,d bytes".formatted(largest));
        }
        return false;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}

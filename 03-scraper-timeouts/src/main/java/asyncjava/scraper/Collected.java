package asyncjava.scraper;

import java.io.ByteArrayOutputStream;

/// A body as it comes in, up to a limit.
final class Collected {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int largest;

    Collected(int largest) {
        this.largest = largest;
    }

    /// @throws Unusable when it is too much
    void add(byte[] piece) throws Unusable {
        if (piece.length > largest - bytes.size()) {
            throw new Unusable("larger than %,d bytes".formatted(largest));
        }
        bytes.writeBytes(piece);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}

package asyncjava.requests;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A body in memory, up to a limit: nobody knows how much a server will send.
final class Collected implements Destination.Sink {

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Collected(int most) {
        this.most = most;
    }

    @Override
    public void expect(int status, long length) {}

    @Override
    public void write(ByteBuffer piece) throws UnusableBody {
        if (bytes.size() + piece.remaining() > most) {
            throw new UnusableBody("longer than " + Sizes.format(most));
        }
        byte[] copy = new byte[piece.remaining()];
        piece.get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public void finish() {}

    @Override
    public void abandon() {}

    /// What has come, as text in UTF-8.
    @Override
    public String toString() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

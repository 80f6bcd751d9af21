package asyncjava.requests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file that is either whole or not there, whatever is killed when: written under another name beside its place, and
/// moved there in one step when all of it is on the disk. What was there before stays until then.
final class PartialFile implements Destination.Sink {

    private final Path file;
    private final Path beside;
    private final Optional<String> sum;
    private final Progress.OfFile progress;
    private final MessageDigest digest = sha256();
    private @Nullable FileChannel channel;

    /// @param beside where it is written first, in the same folder
    /// @param sum its SHA-256, where that is known
    PartialFile(Path file, Path beside, Optional<String> sum, Progress.OfFile progress) {
        this.file = file;
        this.beside = beside;
        this.sum = sum;
        this.progress = progress;
    }

    @Override
    public void expect(int status, long length) throws IOException {
        // The page that a server sends with an error is not the file.
        if (status >= 200 && status < 300) {
            if (length >= 0) {
                progress.expect(length);
            }
            try {
                channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    @Override
    public void write(ByteBuffer piece) throws IOException {
        if (channel == null) {
            return;
        }
        progress.add(piece.remaining());
        if (sum.isPresent()) {
            digest.update(piece.duplicate());
        }
        try {
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void finish() throws IOException {
        if (channel != null) {
            requireTheSum();
            try {
                // Or a machine that loses its power may have the new name, and an empty file under it.
                channel.force(true);
                channel.close();
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
        progress.close();
    }

    @Override
    public void abandon() {
        progress.close();
        try {
            if (channel != null) {
                channel.close();
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            // A leftover under a name of its own: the next download into this folder clears it away.
            return;
        }
    }

    private void requireTheSum() throws IOException {
        if (sum.isEmpty()) {
            return;
        }
        String got = HexFormat.of().formatHex(digest.digest());
        if (!sum.get().equals(got)) {
            throw new UnusableBody(
                    "not the file that was promised: its SHA-256 is %s, and should be %s".formatted(got, sum.get()));
        }
    }

    private IOException unwritable(IOException e) {
        return new UnusableBody("%s cannot be written: %s".formatted(file, reason(e)), e);
    }

    private static String reason(IOException e) {
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

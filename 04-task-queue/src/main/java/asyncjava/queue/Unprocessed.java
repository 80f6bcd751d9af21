package asyncjava.queue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Orders that were not processed, written to a file that can be an input again. The file is there when all
/// is written, and what lay in its place before is kept until then; where nothing was left over, no file is
/// made.
///
/// Not through a channel, as `Files.newBufferedWriter` does: a thread that is interrupted would close it.
final class Unprocessed implements AutoCloseable {

    private final Path file;
    private final Path beside;
    private Optional<Writer> out = Optional.empty();
    private long count;

    Unprocessed(Path file) {
        this.file = file;
        beside = file.resolveSibling(file.getFileName() + ".part");
    }

    /// One more.
    ///
    /// @throws UncheckedIOException when it cannot be written
    synchronized void add(Order order) {
        try {
            if (out.isEmpty()) {
                out = Optional.of(
                        new OutputStreamWriter(new FileOutputStream(beside.toFile()), StandardCharsets.UTF_8));
                out.get().write(OrderFile.heading());
            }
            out.get().write(OrderFile.line(order));
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized long count() {
        return count;
    }

    @Override
    public synchronized void close() throws IOException {
        if (out.isPresent()) {
            out.get().close();
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

package asyncjava.queue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Orders that were not processed, written to a file that can be an input again. The file is there when all
/// is written; where nothing was left over, no file is made. What lay in its place before, of another run,
/// is kept beside it.
///
/// Not through a channel, as `Files.newBufferedWriter` does: a thread that is interrupted would close it.
final class Unprocessed implements AutoCloseable {

    private final Path file;
    private final Path beside;
    private final boolean replaces;
    private Optional<Writer> out = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private long count;

    /// @param replaces whether what lies in the file are the orders of this run
    Unprocessed(Path file, boolean replaces) {
        this.file = file;
        this.replaces = replaces;
        beside = file.resolveSibling(file.getFileName() + ".part");
    }

    /// One more. Where it cannot be written, that is said in the end: until then the others go on.
    synchronized void add(Order order) {
        count++;
        if (failure.isPresent()) {
            return;
        }
        try {
            if (out.isEmpty()) {
                out = Optional.of(
                        new OutputStreamWriter(new FileOutputStream(beside.toFile()), StandardCharsets.UTF_8));
                out.get().write(OrderFile.heading());
            }
            out.get().write(OrderFile.line(order));
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    synchronized long count() {
        return count;
    }

    /// Puts the file in its place.
    ///
    /// @throws IOException when not all of it could be written
    @Override
    public synchronized void close() throws IOException {
        if (out.isPresent()) {
            try (Writer closed = out.get()) {
                closed.flush();
            } catch (IOException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw new IOException("%s could not be written to its end, what there is of it is in %s: %s"
                    .formatted(file, beside, failure.get().getMessage()));
        }
        if (out.isPresent()) {
            if (Files.exists(file) && !replaces) {
                Files.move(file, free());
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Where what lies there now can be kept: `unprocessed.csv.old`, or `.old2` where there is one already.
    private Path free() {
        Path old = file.resolveSibling(file.getFileName() + ".old");
        for (int number = 2; Files.exists(old); number++) {
            old = file.resolveSibling(file.getFileName() + ".old" + number);
        }
        return old;
    }
}

package asyncjava.coach.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders with all that is in them.
final class Trees {

    private static final int TRIES = 5;

    private Trees() {}

    /// Deletes a folder that somebody may still be writing to.
    static void delete(Path tree) throws IOException {
        for (int i = 1; Files.exists(tree); i++) {
            try {
                deleteOnce(tree);
            } catch (DirectoryNotEmptyException | UncheckedIOException | NoSuchFileException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static void deleteOnce(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

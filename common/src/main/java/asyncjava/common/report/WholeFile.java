package asyncjava.common.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/// Writes a file whole or not at all: beside its place first, and into it in one step.
final class WholeFile {

    private WholeFile() {}

    /// Writes what belongs into the file; whatever it throws leaves the file as it was.
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new NoSuchFileException(file.toString(), null, "there is no directory " + directory);
        }
        // Not Files.createTempFile, which makes files that nobody else may read.
        Path beside = directory.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(beside, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // The file beside it is none of the caller's business.
            throw new FileSystemException(file.toString(), null, reason(e));
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String reason(FileSystemException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no file can be made there";
            case AccessDeniedException _ -> "permission denied";
            default -> Objects.requireNonNullElse(e.getReason(), e.toString());
        };
    }
}

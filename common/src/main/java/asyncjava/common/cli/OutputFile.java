package asyncjava.common.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Checks, before any work is done for it, that a file can be written.
public final class OutputFile {

    private OutputFile() {}

    /// Refuses a file that could not be written later.
    ///
    /// @param option the option that names the file, for the message
    /// @throws BadInput when the file is a folder, or its folder is missing or may not be written to
    public static void require(String option, Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        if (Files.isDirectory(file)) {
            throw new BadInput(option, file.toString(), "a file (this is a folder)");
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInput(
                    option, file.toString(), "a file in a folder that exists (%s does not)".formatted(folder));
        }
        if (!Files.isWritable(folder)) {
            throw new BadInput(option, file.toString(), "a file in a folder that you may write to");
        }
    }
}

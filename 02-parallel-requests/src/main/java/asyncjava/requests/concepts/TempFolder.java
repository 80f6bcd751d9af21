package asyncjava.requests.concepts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder for a sample's files, gone with them when it is closed.
record TempFolder(Path path) implements AutoCloseable {

    static TempFolder create() throws IOException {
        return new TempFolder(Files.createTempDirectory("sample"));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /// The files in it, each as its name and size.
    List<String> listing() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> "%s, %,d bytes"
                            .formatted(file.getFileName(), file.toFile().length()))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}

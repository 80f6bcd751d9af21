package asyncjava.coach.judge;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Folders with all that is in them.
final class Trees {

    private static final int TRIES = 5;

    /// What is to be thrown away, and is also when this JVM is told to stop.
    private static final Set<Path> THROWAWAYS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> List.copyOf(THROWAWAYS).forEach(Trees::discard), "throw-away"));
    }

    private Trees() {}

    /// A new folder that its owner will [#discard]. Its name says which process that is.
    static Path throwaway(String name) throws IOException {
        Path folder = Files.createTempDirectory(
                "learn-%d-%s-".formatted(ProcessHandle.current().pid(), name));
        THROWAWAYS.add(folder);
        return folder;
    }

    /// Copies a folder to where there is none.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /// Deletes a folder that somebody may still be writing to.
    static void delete(Path tree) throws IOException {
        for (int i = 1; Files.exists(tree); i++) {
            try {
                Files.walkFileTree(tree, new Deleting());
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// Deletes a folder of an answer's. What it has put there so that it cannot be deleted stays: that is
    /// no reason to lose a verdict.
    static void discard(Path tree) {
        try {
            delete(tree);
        } catch (IOException stays) {
            // In the folder for temporary files, where somebody will come upon it.
        }
        THROWAWAYS.remove(tree);
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            folder.toFile().setWritable(true);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        /// A folder may be closed even to its owner, who may open it.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toFile().setReadable(true)
                    && file.toFile().setExecutable(true)) {
                Files.walkFileTree(file, this);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}

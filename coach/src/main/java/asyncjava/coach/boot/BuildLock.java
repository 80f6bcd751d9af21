package asyncjava.coach.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held while Maven runs, so that two commands at once do not build into the same folders.
public final class BuildLock implements AutoCloseable {

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits for whoever holds it now, and says so.
    public static BuildLock take(Path root) throws IOException {
        Path file = root.resolve("target/learn.lock");
        Files.createDirectories(file.getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                System.err.println("Another learn is building here: waiting for it.");
                channel.lock();
            }
            return new BuildLock(channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package asyncjava.coach.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Whether the system tells of a file that is written: it really writes one and waits to hear of it.
///
/// @param written the folder that the file is written to: the one that is watched, but for a test of the
/// silence
record FileEventsProbe(Path watched, Path written, Duration limit) implements Probe {

    /// macOS looks only every two seconds.
    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String POLLING = "learn watch looks at your files several times a second instead.";

    @Override
    public String about() {
        return "File events";
    }

    @Override
    public Finding look() throws IOException, InterruptedException {
        Files.createDirectories(watched);
        try (WatchService events = watched.getFileSystem().newWatchService()) {
            watched.register(events, StandardWatchEventKinds.ENTRY_CREATE);
            return listen(events);
        } catch (IOException refused) {
            return Finding.note(
                    this,
                    "The system refuses them: %s.".formatted(refused.getMessage()),
                    POLLING,
                    "On Linux, other programs may use them all up: sudo sysctl fs.inotify.max_user_instances=512");
        }
    }

    private Finding listen(WatchService events) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path file = Files.createTempFile(written, "doctor-", ".tmp");
        try {
            if (events.poll(limit.toMillis(), TimeUnit.MILLISECONDS) == null) {
                return Finding.note(
                        this,
                        "None came within %d ms of writing a file.".formatted(limit.toMillis()),
                        POLLING,
                        "Nothing to do; a folder on this machine's own disk, not a shared one, would be quicker.");
            }
            return Finding.fine(
                    this,
                    "One came %d ms after a file was written in %s."
                            .formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), watched),
                    "learn watch hears of it when you save.");
        } finally {
            Files.delete(file);
        }
    }
}

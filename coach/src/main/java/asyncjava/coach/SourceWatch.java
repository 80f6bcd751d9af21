package asyncjava.coach;

import asyncjava.coach.course.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Tells which exercise's sources were saved.
///
/// It looks at the files when the system reports an event, and now and then without one. Where it finds a
/// change of which there was no event, as on many network and shared folders, it goes over to looking
/// often.
final class SourceWatch implements AutoCloseable {

    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration OFTEN = Duration.ofMillis(100);
    /// An editor may need several steps to save a file.
    private static final Duration TO_SETTLE = Duration.ofMillis(10);
    /// How long an event may be on its way.
    private static final Duration EVENT_TO_COME = Duration.ofMillis(300);

    private final List<Answers> watched;
    private final Listener listener;
    private final Map<Answers, Map<Path, Stamp>> seen = new HashMap<>();
    private final Thread thread;
    private volatile Optional<WatchService> events;

    /// Hears what happens, on the thread that watches.
    interface Listener {

        /// An exercise's sources were saved, and are whole.
        ///
        /// @param nanos when the change was seen, by `System.nanoTime()`
        void saved(Answers answers, long nanos) throws InterruptedException;

        /// There are no file events here: from now on it looks at the files several times a second.
        void looksOften() throws InterruptedException;
    }

    private record Stamp(FileTime modified, long size) {}

    private SourceWatch(List<Answers> watched, Listener listener, Optional<WatchService> events) throws IOException {
        this.watched = watched;
        this.listener = listener;
        this.events = events;
        for (Answers one : watched) {
            seen.put(one, stamps(one));
        }
        thread = Thread.ofVirtual().name("watch").unstarted(this::watch);
    }

    /// Begins to watch. What was saved before is not reported.
    ///
    /// @param polls looks often from the beginning, and waits for no event
    static SourceWatch start(List<Answers> watched, boolean polls, Listener listener) throws IOException {
        return start(watched, polls ? Optional.empty() : register(watched), listener);
    }

    static SourceWatch start(List<Answers> watched, Optional<WatchService> events, Listener listener)
            throws IOException {
        SourceWatch watch = new SourceWatch(watched, listener, events);
        watch.thread.start();
        return watch;
    }

    private static Optional<WatchService> register(List<Answers> watched) {
        WatchService service;
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException noEvents) {
            return Optional.empty();
        }
        try {
            for (Answers one : watched) {
                folder(one)
                        .register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE);
            }
            return Optional.of(service);
        } catch (IOException | UnsupportedOperationException noEvents) {
            // Such as when the system's limit is reached. Looking often does as well.
            close(service);
            return Optional.empty();
        }
    }

    private void watch() {
        try {
            if (events.isEmpty()) {
                listener.looksOften();
            }
            while (true) {
                boolean told = awaitEvent(events.isPresent() ? SELDOM : OFTEN);
                if (told) {
                    Thread.sleep(TO_SETTLE);
                }
                long now = System.nanoTime();
                Map<Answers, Map<Path, Stamp>> changed = changed();
                for (Answers one : changed.keySet()) {
                    listener.saved(one, now);
                }
                if (!changed.isEmpty() && !told && events.isPresent() && !awaitEvent(EVENT_TO_COME)) {
                    closeEvents();
                    listener.looksOften();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for an event, or without one for the time to be over.
    private boolean awaitEvent(Duration atMost) throws InterruptedException {
        if (events.isEmpty()) {
            Thread.sleep(atMost);
            return false;
        }
        WatchKey key = events.get().poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        boolean told = key != null;
        while (key != null) {
            key.pollEvents();
            key.reset();
            key = events.get().poll();
        }
        return told;
    }

    private Map<Answers, Map<Path, Stamp>> changed() {
        Map<Answers, Map<Path, Stamp>> changed = new LinkedHashMap<>();
        for (Answers one : watched) {
            try {
                Map<Path, Stamp> now = stamps(one);
                if (!now.equals(seen.get(one)) && isWhole(one, now)) {
                    changed.put(one, now);
                }
            } catch (IOException | UncheckedIOException underChange) {
                // Such as a folder that is being replaced. The next look finds what has become of it.
            }
        }
        seen.putAll(changed);
        return changed;
    }

    /// Whether the class is there. While an editor replaces a file it may be missing, or empty.
    private static boolean isWhole(Answers one, Map<Path, Stamp> now) {
        Stamp file = now.get(one.learners().sources().resolve(one.exercise().file()));
        return file != null && file.size() > 0;
    }

    private static Map<Path, Stamp> stamps(Answers one) throws IOException {
        Map<Path, Stamp> stamps = new HashMap<>();
        if (!Files.isDirectory(folder(one))) {
            return stamps;
        }
        try (Stream<Path> files = Files.list(folder(one))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                try {
                    BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
                    stamps.put(file, new Stamp(read.lastModifiedTime(), read.size()));
                } catch (NoSuchFileException goneMeanwhile) {
                    // Then it is not there.
                }
            }
        }
        return stamps;
    }

    private static Path folder(Answers one) {
        return one.learners().sources().resolve(one.exercise().packagePath());
    }

    private void closeEvents() {
        events.ifPresent(SourceWatch::close);
        events = Optional.empty();
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException alreadyUseless) {
            // There is nothing in it to lose.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        closeEvents();
    }
}

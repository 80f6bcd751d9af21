package asyncjava.testkit;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All threads of the JVM at one moment. It is the only place where the JVM lists its virtual threads, and
/// who holds which monitor.
public final class ThreadDump {

    private static final Pattern ENTRY =
            Pattern.compile("^#(\\d+) \"(.*)\" (virtual )?(\\S+) .*((?:\\R +.*)*)", Pattern.MULTILINE);
    private static final Pattern LOCKED = Pattern.compile("- locked <(.*)>");
    private static final Pattern WAITS_TO_LOCK = Pattern.compile("- waiting to lock <(.*)>");
    private static final Pattern WAITS_ON = Pattern.compile("- waiting on <(.*)>");

    private final List<Entry> entries;

    private ThreadDump(List<Entry> entries) {
        this.entries = entries;
    }

    /// One thread.
    ///
    /// @param state such as `WAITING`, the name of a [Thread.State]
    /// @param stack its frames, a line each, and between them what it holds and waits for
    public record Entry(long id, String name, boolean virtual, String state, String stack) {

        private static Entry of(MatchResult found) {
            return new Entry(
                    Long.parseLong(found.group(1)),
                    found.group(2),
                    found.group(3) != null,
                    found.group(4),
                    found.group(5));
        }

        /// The objects whose monitors the thread holds; not those that it gave up to wait for a
        /// notification.
        public Set<String> locked() {
            Set<String> locked = all(LOCKED);
            locked.removeAll(all(WAITS_ON));
            return locked;
        }

        /// The object for whose monitor the thread waits.
        public Optional<String> waitsToLock() {
            return all(WAITS_TO_LOCK).stream().findFirst();
        }

        private Set<String> all(Pattern pattern) {
            return pattern.matcher(stack).results().map(found -> found.group(1)).collect(Collectors.toSet());
        }
    }

    public static ThreadDump now() {
        return new ThreadDump(ENTRY.matcher(text()).results().map(Entry::of).toList());
    }

    /// Empty when the thread has not begun or has ended.
    public Optional<Entry> of(Thread thread) {
        return entries.stream().filter(entry -> entry.id() == thread.threadId()).findFirst();
    }

    List<Entry> threads() {
        return entries;
    }

    List<Entry> virtualThreads() {
        return entries.stream().filter(Entry::virtual).toList();
    }

    private static String text() {
        try {
            Path folder = Files.createTempDirectory("threads");
            Path file = folder.resolve("dump");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

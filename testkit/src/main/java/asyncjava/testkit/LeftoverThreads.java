package asyncjava.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The threads of a test that are still there when it is over.
final class LeftoverThreads implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace MINE = ExtensionContext.Namespace.create(LeftoverThreads.class);

    /// JUnit starts one to watch over time limits, and keeps it; Netty one to tell of ends, which ends a
    /// second later; the JDK some that watch over virtual threads' sockets.
    private static final List<String> NOT_THE_TESTS = List.of("junit-", "globalEventExecutor-", "SubPoller-");

    /// Libraries have daemons of their own, to which they give names. These are names that nobody gave.
    private static final Pattern NAMELESS = Pattern.compile("Thread-\\d+|pool-\\d+-thread-\\d+");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Patience patience;

    LeftoverThreads() {
        this(Patience.DEFAULT);
    }

    LeftoverThreads(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(MINE).put(Set.class, running().keySet());
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Set<?> before = context.getStore(MINE).get(Set.class, Set.class);
        check(before);
    }

    void check(Set<?> before) throws InterruptedException {
        Patience.Wait wait = patience.begin();
        while (!before.containsAll(running().keySet())) {
            if (wait.isOver()) {
                throw threadsLeft(before);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private AssertionError threadsLeft(Set<?> before) {
        Map<Long, String> left = running();
        left.keySet().removeAll(before);
        return new AssertionError("""
                Expected no thread to be left when the test was over, but after %s there still was:
                %s
                Whoever starts a thread waits for its end. Close what owns it, as try-with-resources does.""".formatted(patience.inWords(), String.join("\n", left.values())));
    }

    /// The threads that count, by their number.
    static Map<Long, String> running() {
        Map<Long, String> threads = new TreeMap<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            boolean librarys =
                    thread.isDaemon() && !NAMELESS.matcher(thread.getName()).matches();
            if (!librarys && isTheTests(thread.getName())) {
                threads.put(thread.threadId(), "  " + thread.getName() + (stack.length > 0 ? " at " + stack[0] : ""));
            }
        });
        ThreadDump.now().virtualThreads().stream()
                .filter(thread -> isTheTests(thread.name()))
                .forEach(thread -> threads.put(
                        thread.id(), "  virtual-%d %s%s".formatted(thread.id(), thread.name(), thread.stack())));
        return threads;
    }

    private static boolean isTheTests(String thread) {
        return NOT_THE_TESTS.stream().noneMatch(thread::startsWith);
    }
}

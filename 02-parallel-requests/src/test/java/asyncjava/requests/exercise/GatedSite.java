package asyncjava.requests.exercise;

import asyncjava.site.Account;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.OtherThreads;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// A practice site of a test's own: what `/held/{key}` answers is held by a gate, until the test opens it.
public final class GatedSite implements AutoCloseable {

    private static final int ATTEMPTS = 10;
    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final AtomicBoolean WARM = new AtomicBoolean();

    private final OtherThreads others = OtherThreads.watch();
    /// Made before the site: the first gate begins to watch who is at work, and overlooks those that are
    /// already.
    private final Gate endless = Gate.closed();

    private final PracticeSite site = PracticeSite.start();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    public GatedSite() throws IOException {
        gates.put("endless", endless);
        site.hold("endless", endless.mono());
        if (WARM.compareAndSet(false, true)) {
            warmUp();
        }
    }

    /// Lets the JDK's client load its classes: the first request of a JVM takes far longer than those that
    /// follow, and no test is about that.
    private void warmUp() throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.sendAsync(HttpRequest.newBuilder(uri("/")).build(), BodyHandlers.ofString())
                    .join();
        }
        account().reset();
    }

    /// The gate with the key `endless`, for what is to be held until it is cancelled.
    public Gate endless() {
        return endless;
    }

    /// The gate that holds the answers with this key.
    public Gate gate(String key) {
        return gates.computeIfAbsent(key, _ -> {
            Gate gate = Gate.closed();
            site.hold(key, gate.mono());
            return gate;
        });
    }

    /// Asks for an answer that is held until its gate is opened. Its body is the key, and a line's end.
    public URI held(String key) {
        gate(key);
        return uri("/held/" + key);
    }

    /// The same, so many times, each a little different; one gate holds them all.
    public List<URI> held(String key, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> URI.create(held(key) + "?number=" + i))
                .toList();
    }

    public URI uri(String path) {
        return site.uri(path);
    }

    public Account account() {
        return site.account();
    }

    /// Waits until no other thread has anything left to do, so that what has not happened by now does not
    /// happen by itself.
    public void settle() throws InterruptedException {
        others.awaitRest();
    }

    /// Takes a step after which no connection should be left open, and waits until that is so.
    ///
    /// A client that nobody closes is closed when it is collected, which may be at any moment. Where there
    /// was a collection, the step is taken once more.
    ///
    /// @return how many connections are left open
    public int connectionsLeftBy(Step step) throws InterruptedException {
        return connectionsLeftBy(step, account());
    }

    /// The same with a site whose account this is.
    public static int connectionsLeftBy(Step step, Account account) throws InterruptedException {
        int left = 0;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            long collectionsBefore = collections();
            OtherThreads others = OtherThreads.watch();
            step.take();
            left = account.openConnections();
            // What closes a connection is under way by now; a collection may come at any later time.
            for (int look = 1; left > 0 && look <= LOOKS; look++) {
                others.awaitRest();
                Thread.sleep(BETWEEN_LOOKS);
                left = account.openConnections();
            }
            if (left > 0 || collections() == collectionsBefore) {
                break;
            }
        }
        return left;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /// Something that a test does.
    @FunctionalInterface
    public interface Step {

        void take() throws InterruptedException;
    }

    /// Looks again and again until something is true, as patiently as a [Caller] waits for a call.
    public static boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
        try (Caller<Boolean> watch = Caller.of(() -> isTrueInTheEnd(condition))) {
            return watch.result();
        } catch (AssertionError e) {
            return condition.getAsBoolean();
        }
    }

    private static boolean isTrueInTheEnd(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(1);
        }
        return true;
    }

    @Override
    public void close() {
        gates.values().forEach(Gate::open);
        site.close();
    }
}

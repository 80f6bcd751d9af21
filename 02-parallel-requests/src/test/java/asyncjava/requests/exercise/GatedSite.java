package asyncjava.requests.exercise;

import asyncjava.site.Account;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.OtherThreads;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// A practice site of a test's own: what `/held/{key}` answers is held by a gate, until the test opens it.
public final class GatedSite implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final int LOOKS = 3;
    private static final int LOOKS_AT_MOST = 500;

    private final OtherThreads others = OtherThreads.watch();
    /// Made before the site: the first gate begins to watch who is at work, and overlooks those that are
    /// already.
    private final Gate endless = Gate.closed();

    private final PracticeSite site = PracticeSite.start();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    public GatedSite() throws IOException {
        gates.put("endless", endless);
        site.hold("endless", endless.mono());
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
        int atRest = 0;
        for (int look = 0; atRest < LOOKS && look < LOOKS_AT_MOST; look++) {
            Thread.sleep(BETWEEN_LOOKS);
            atRest = others.areAtRest() ? atRest + 1 : 0;
        }
    }

    /// Waits until the site has no connection open.
    ///
    /// @return how many there are when patience ends
    public int openConnectionsInTheEnd() throws InterruptedException {
        becomesTrue(() -> account().openConnections() == 0);
        return account().openConnections();
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

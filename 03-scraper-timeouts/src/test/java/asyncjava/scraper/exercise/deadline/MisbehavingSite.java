package asyncjava.scraper.exercise.deadline;

import asyncjava.site.Account;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A practice site of a test's own, whose answers are held by gates, wholly or by half, and which tells who
/// is still connected.
final class MisbehavingSite implements AutoCloseable {

    /// Ten thousand bytes of a body.
    private static final String FILE = "small.bin";

    private final PracticeSite site = PracticeSite.start();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    MisbehavingSite() throws IOException {}

    /// The gate that holds the answers with this key.
    Gate gate(String key) {
        return gates.computeIfAbsent(key, _ -> {
            Gate gate = Gate.closed();
            site.hold(key, gate.mono());
            return gate;
        });
    }

    /// Holds back the second half of every body of [#half()].
    Gate secondHalf() {
        return gate(FILE);
    }

    /// Answers when its gate lets it. Its body is the key, and a line's end.
    URI held(String key) {
        gate(key);
        return uri("/held/" + key);
    }

    /// Answers at once.
    URI open(String key) {
        gate(key).open();
        return held(key);
    }

    /// Sends the headers and half of the body, and the rest when its gate lets it.
    URI half() {
        secondHalf();
        return uri("/half/" + FILE);
    }

    URI uri(String path) {
        return site.uri(path);
    }

    /// Begins to count anew.
    void forget() {
        site.account().reset();
    }

    /// Whether a request has come since [#forget()], and that within so much time.
    boolean wasAskedWithin(Duration time) {
        return site.account().visits().stream()
                .mapToLong(Account.Visit::nanos)
                .anyMatch(nanos -> nanos <= time.toNanos());
    }

    /// Waits, as patiently as a test does, until nobody is connected any more.
    ///
    /// @return how many still are
    int connectionsLeft() throws InterruptedException {
        try (Caller<Boolean> watch = Caller.of(this::nobodyIsLeft)) {
            watch.result();
            return 0;
        } catch (AssertionError e) {
            return site.account().openConnections();
        }
    }

    private boolean nobodyIsLeft() throws InterruptedException {
        while (site.account().openConnections() > 0) {
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

package asyncjava.requests.concepts;

import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A test with a site of its own and clients for it. Each leaves no thread behind and no connection open.
@LeavesNoThreadBehind
abstract class SiteTest {

    final Timeline timeline = Timeline.start();
    PracticeSite site;
    Clients clients;

    private final List<Gate> gates = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        site = PracticeSite.start();
        clients = Clients.open();
    }

    @AfterEach
    void close() {
        gates.forEach(Gate::open); // clients wait for what is under way
        clients.close();
        await().until(() -> site.account().openConnections() == 0);
        site.close();
    }

    /// Lets `/held/{key}` wait until the test opens the gate.
    Gate hold(String key) {
        Gate gate = Gate.closed();
        gates.add(gate);
        site.hold(key, gate.mono());
        return gate;
    }

    Request request(String name) {
        return new Request(name, site.uri("/held/" + name), clients, timeline);
    }

    /// One that is answered with status 503.
    Request failing(String name) {
        return new Request(name, site.uri("/held/" + name + "?status=503"), clients, timeline);
    }
}

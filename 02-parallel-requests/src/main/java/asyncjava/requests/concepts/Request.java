package asyncjava.requests.concepts;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/// What the samples wait for: a request that answers with its name, seen on the timeline while it is under
/// way. It can be made in three styles, and each time that it is made it is sent.
record Request(String name, URI uri, Clients clients, Timeline timeline) implements Callable<String> {

    /// Three requests, of which the first takes longest: tea 300 ms, toast 200 ms, egg 100 ms.
    static List<Request> breakfast(PracticeSite site, Clients clients, Timeline timeline) {
        return List.of(
                new Request("tea", site.uri("/delay/300"), clients, timeline),
                new Request("toast", site.uri("/delay/200"), clients, timeline),
                new Request("egg", site.uri("/delay/100"), clients, timeline));
    }

    /// Blocks until the answer has come. Interrupted, it closes the connection.
    @Override
    public String call() throws Exception {
        return timeline.record(name, () -> {
            Fetch.text(clients.http(), uri);
            return name;
        });
    }

    /// Is under way when this returns.
    CompletableFuture<String> future() {
        OpenSpan span = timeline.open(name);
        return Fetch.textLater(clients.http(), uri)
                .thenApply(_ -> name)
                .whenComplete((_, failure) -> span.end(failure == null ? Outcome.OK : Outcome.FAILED));
    }

    /// Is under way when somebody subscribes. Cancelled, it closes the connection.
    Mono<String> mono() {
        return timeline.record(name, Fetch.text(clients.netty(), uri).thenReturn(name));
    }
}

package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RequestsComparedTest extends SiteTest {

    static Stream<Named<RequestsCompared.Way>> concurrent() {
        return Stream.of(
                Named.of("virtual threads", RequestsCompared::onVirtualThreads),
                Named.of("Reactor", RequestsCompared::withReactor));
    }

    static Stream<Named<RequestsCompared.Way>> oneAtATime() {
        return Stream.of(
                Named.of("in turn", RequestsCompared::inTurn),
                Named.of("the mistake", RequestsCompared::joinedInTheLoop));
    }

    @ParameterizedTest
    @MethodSource("concurrent")
    void allRequestsAreAtTheSiteAtOnceAndTheAnswersInOrder(RequestsCompared.Way way) throws InterruptedException {
        Gate gate = hold("page");
        try (Caller<List<String>> caller = Caller.of(() -> way.fetch(threePages()))) {
            gate.awaitInside(3);
            gate.open();

            assertThat(caller.result()).containsExactly("a", "b", "c");
        }
    }

    @ParameterizedTest
    @MethodSource("oneAtATime")
    void theNextRequestIsSentWhenTheOneBeforeIsAnswered(RequestsCompared.Way way) throws InterruptedException {
        Gate gate = hold("page");
        try (Caller<List<String>> caller = Caller.of(() -> way.fetch(threePages()))) {
            for (int sent = 1; sent <= 3; sent++) {
                gate.awaitInside(1);
                assertThat(gate.entered()).isEqualTo(sent);
                gate.openOne();
            }

            assertThat(caller.result()).containsExactly("a", "b", "c");
            assertThat(site.account().peakInFlight()).isEqualTo(1);
        }
    }

    private List<Request> threePages() {
        return Stream.of("a", "b", "c")
                .map(name -> new Request(name, site.uri("/held/page"), clients, timeline))
                .toList();
    }
}

package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TimeLimitsTest extends SiteTest {

    /// Long enough for a first request, whose classes are loaded meanwhile, to reach the site.
    private static final Duration LIMIT = Duration.ofSeconds(2);

    static Stream<Named<TimeLimits.Way>> waysThatEndTheRequest() {
        return Stream.of(
                Named.of("interrupt", TimeLimits::interruptedSend),
                Named.of("cancel(true)", TimeLimits::cancelledFuture),
                Named.of("Reactor", TimeLimits::reactorsTimeout));
    }

    static Stream<Named<TimeLimits.Way>> waysThatEndTheWaitAlone() {
        return Stream.of(
                Named.of("orTimeout", TimeLimits::orTimeout), Named.of("cancel(false)", TimeLimits::cancelledSoftly));
    }

    /// Some connections are left open on purpose here, which a client that is told to stop at once closes.
    @AfterEach
    void stopAtOnce() {
        clients.http().shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("waysThatEndTheRequest")
    void someEndTheRequestAndItsConnection(TimeLimits.Way way) {
        fails(way);

        await().until(() -> site.account().inFlight() == 0 && site.account().openConnections() == 0);
    }

    @ParameterizedTest
    @MethodSource("waysThatEndTheWaitAlone")
    void othersEndTheWaitAndLeaveTheConnectionOpen(TimeLimits.Way way) throws IOException, InterruptedException {
        fails(way);

        // The site would have heard of an end before it hears of these.
        Fetch.text(clients.http(), site.uri("/delay/0"));
        Fetch.text(clients.http(), site.uri("/delay/0"));
        assertThat(site.account().inFlight()).isOne();
        assertThat(site.account().abandoned()).isZero();
    }

    @Test
    void theTimeoutOfARequestDoesNotCoverItsBody() {
        long began = System.nanoTime();

        fails(TimeLimits::timeoutOfTheRequest);

        assertThat(System.nanoTime() - began).isGreaterThan(2 * LIMIT.toNanos());
    }

    private void fails(TimeLimits.Way way) {
        URI stall = site.uri("/stall");
        assertThatThrownBy(() -> way.fetch(clients, stall, LIMIT)).isNotNull();
        assertThat(site.account().requests("/stall")).isOne();
    }
}

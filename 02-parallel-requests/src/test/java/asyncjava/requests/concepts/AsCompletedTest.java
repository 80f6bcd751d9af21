package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Outcome;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AsCompletedTest extends SiteTest {

    private final List<String> handedOn = new CopyOnWriteArrayList<>();

    static Stream<Named<AsCompleted.Way>> ways() {
        return Stream.of(
                Named.of("completion service", AsCompleted::withCompletionService),
                Named.of("flatMap", AsCompleted::withFlatMap));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAnswerIsHandedOnWhileTheOneBeforeItIsStillUnderWay(AsCompleted.Way way) throws InterruptedException {
        Gate tea = hold("tea");
        Gate egg = hold("egg");
        try (Caller<?> caller = fetching(way, request("tea"), request("egg"))) {
            tea.awaitInside(1);
            egg.awaitInside(1);
            egg.open();
            await().until(() -> handedOn, List.of("egg")::equals);
            tea.open();
            caller.result();

            assertThat(handedOn).containsExactly("egg", "tea");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFailureEndsTheRequestsWhoseAnswersNobodyWillTake(AsCompleted.Way way) throws InterruptedException {
        Gate tea = hold("tea");
        Gate egg = hold("egg");
        try (Caller<?> caller = fetching(way, request("tea"), failing("egg"))) {
            tea.awaitInside(1);
            egg.awaitInside(1);
            egg.open();

            assertThat(caller.failure()).hasStackTraceContaining("status 503 for /held/egg");
            tea.awaitEmpty();
            assertThat(tea.cancelled()).isOne();
        }
    }

    @Test
    void inTheOrderOfTheListADoneAnswerWaitsForTheOneBeforeIt() throws InterruptedException {
        Gate tea = hold("tea");
        Gate egg = hold("egg");
        try (Caller<?> caller = fetching(AsCompleted::inTheOrderOfTheList, request("tea"), request("egg"))) {
            tea.awaitInside(1);
            egg.awaitInside(1);
            egg.open();
            await().until(() -> timeline.count(Outcome.OK) == 1 && caller.isWaitingOrEnded());
            assertThat(handedOn).isEmpty();
            tea.open();
            caller.result();

            assertThat(handedOn).containsExactly("tea", "egg");
        }
    }

    private Caller<?> fetching(AsCompleted.Way way, Request... requests) {
        return Caller.of(() -> {
            way.handOn(List.of(requests), handedOn::add);
            return handedOn;
        });
    }
}

package asyncjava.testkit.schedule;

import static asyncjava.testkit.schedule.Stop.Kind.ENDS;
import static asyncjava.testkit.schedule.Stop.Kind.PAUSES;
import static asyncjava.testkit.schedule.Stop.Kind.WAITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class InterleavingTest {

    private static final Actor SELLER = new Actor(Thread.currentThread(), "seller", 1, false);
    private static final Actor BUYER = new Actor(Thread.currentThread(), "buyer", 2, false);

    private static final List<Step> TURNS = List.of(new Step(SELLER, Optional.empty()), new Step(BUYER, stop(ENDS)));

    @Test
    void whoeverLooksSeesLanes() {
        assertThat(Interleaving.of(TURNS, false, false).lines())
                .containsExactly("  step  seller  buyer", "     1  ●", "     2          ●      ends");
    }

    @Test
    void whoeverListensHearsWhoseTurnItWas() {
        assertThat(Interleaving.of(TURNS, false, true).lines())
                .containsExactly("Step 1, seller.", "Step 2, buyer: ends.");
    }

    @Test
    void ofManyTurnsTheLastAreTold() {
        List<Step> many =
                IntStream.rangeClosed(1, 100).mapToObj(i -> turn("buyer-" + i)).toList();

        assertThat(Interleaving.of(many, false, true).lines())
                .hasSize(21)
                .startsWith("80 steps came before these.", "Step 81, buyer-81.");
    }

    @Test
    void ofManyTurnsOnlyTheLastPauseOfAThreadIsTold() {
        List<Step> many = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Step(i <= 20 || i == 60 ? SELLER : BUYER, stop(i == 40 ? WAITS : PAUSES)))
                .toList();

        assertThat(Interleaving.of(many, false, true).lines())
                .containsExactly(
                        "Step 20, seller: pauses.",
                        "Step 40, buyer: waits.",
                        "Step 59, buyer: pauses.",
                        "Step 60, seller: pauses.");
        assertThat(Interleaving.of(many.subList(0, 20), false, true).lines())
                .containsExactly("Step 1, seller: pauses.", "Steps 2 to 20: the same 19 times more.");
        assertThat(Interleaving.of(many, true, true).lines())
                .startsWith("Step 1, seller: pauses.", "Steps 2 to 20: the same 19 times more.");
    }

    @Test
    void ofManyThatAreJoinedTheLastAreTold() {
        List<Step> many = IntStream.range(0, 120)
                .mapToObj(i -> new Step(new Actor(Thread.currentThread(), "buyer-" + i / 3, 1, false), stop(PAUSES)))
                .toList();

        assertThat(Interleaving.of(many, false, true).lines())
                .hasSize(21)
                .startsWith("60 steps came before these.", "Step 63, buyer-20: pauses.")
                .endsWith("Step 120, buyer-39: pauses.");
    }

    @Test
    void whoAsksForTheWholeIsShownIt() {
        List<Step> many =
                IntStream.rangeClosed(1, 100).mapToObj(i -> turn("buyer-" + i)).toList();

        assertThat(Interleaving.of(many, true, true).lines()).hasSize(100).startsWith("Step 1, buyer-1.");
    }

    @Test
    void turnsThatComeAgainAndAgainAreDrawnOnce() {
        List<Step> steps = IntStream.rangeClosed(1, 202)
                .mapToObj(i -> i == 1 || i == 202 ? turn("buyer") : turn(i % 2 == 0 ? "timer" : "time"))
                .toList();

        assertThat(Interleaving.of(steps, false, false).lines())
                .containsExactly(
                        "  step  buyer  timer  time",
                        "     1  ●",
                        "     2         ●",
                        "     3                ●",
                        "   ...  the same two 99 times more",
                        "   202  ●");
        assertThat(Interleaving.of(steps, false, true).lines())
                .containsExactly(
                        "Step 1, buyer.",
                        "Step 2, timer.",
                        "Step 3, time.",
                        "Steps 4 to 201: the same two 99 times more.",
                        "Step 202, buyer.");
    }

    @Test
    void whatComesTwiceIsDrawnTwice() {
        List<Step> steps = List.of(turn("timer"), turn("time"), turn("timer"), turn("time"));

        assertThat(Interleaving.of(steps, false, true).lines()).hasSize(4);
    }

    private static Optional<Stop> stop(Stop.Kind kind) {
        return Optional.of(new Stop(kind, Place.of(new StackTraceElement[0]), Optional.empty()));
    }

    private static Step turn(String thread) {
        return new Step(new Actor(Thread.currentThread(), thread, 1, false), Optional.empty());
    }
}

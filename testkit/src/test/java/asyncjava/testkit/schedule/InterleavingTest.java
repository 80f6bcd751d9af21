package asyncjava.testkit.schedule;

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
    private static final Optional<Stop> ENDS =
            Optional.of(new Stop(Stop.Kind.ENDS, Place.of(new StackTraceElement[0])));

    private static final List<Step> TURNS = List.of(new Step(SELLER, Optional.empty()), new Step(BUYER, ENDS));

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
                .hasSize(61)
                .startsWith("40 steps came before these.", "Step 41, buyer-41.");
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

    private static Step turn(String thread) {
        return new Step(new Actor(Thread.currentThread(), thread, 1, false), Optional.empty());
    }
}

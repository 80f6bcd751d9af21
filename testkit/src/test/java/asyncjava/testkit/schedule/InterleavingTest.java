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
        assertThat(Interleaving.of(TURNS, false).lines())
                .containsExactly("  step  seller  buyer", "     1  ●", "     2          ●      ends");
    }

    @Test
    void whoeverListensHearsWhoseTurnItWas() {
        assertThat(Interleaving.of(TURNS, true).lines()).containsExactly("Step 1, seller.", "Step 2, buyer: ends.");
    }

    @Test
    void ofManyTurnsTheLastAreTold() {
        List<Step> many = IntStream.range(0, 100).mapToObj(_ -> TURNS.getLast()).toList();

        assertThat(Interleaving.of(many, true).lines())
                .hasSize(61)
                .startsWith("40 steps came before these.", "Step 41, buyer: ends.");
    }
}

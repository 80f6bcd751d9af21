package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@LeavesNoThreadBehind
final class DemandTest {

    private final Gate gate = Gate.closed();
    private final List<Long> asked = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Flux<String> orders =
            Flux.range(1, 40).map(String::valueOf).doOnRequest(asked::add).doOnNext(made::add);

    @Test
    void noMoreAreMadeThanMayBeUnderWay() {
        Demand.limited(orders, this::work, 2).subscribe(done::add);
        assertThat(gate.inside()).isEqualTo(2);
        assertThat(made).hasSize(2);

        gate.openOne();
        assertThat(gate.inside()).isEqualTo(2);
        assertThat(made).hasSize(3);
        assertThat(asked).containsExactly(2L, 1L);

        gate.open();
        assertThat(done).hasSize(40);
        assertThat(gate.peakInside()).isEqualTo(2);
    }

    @Test
    void inBatchesMoreAreMadeThanAreUnderWay() {
        Demand.inBatches(orders, this::work, 10, 2).subscribe(done::add);
        assertThat(gate.inside()).isEqualTo(2);
        assertThat(made).hasSize(10);

        gate.open();
        assertThat(done).hasSize(40);
        assertThat(gate.peakInside()).isEqualTo(2);
        assertThat(asked).startsWith(10L, 8L, 8L);
    }

    @Test
    void limitRateAloneLimitsNothingThatIsUnderWay() {
        Demand.limitRateAlone(orders, this::work, 10).subscribe(done::add);

        assertThat(gate.inside()).isEqualTo(40);
        assertThat(asked).startsWith(10L, 8L, 8L);

        gate.open();
        assertThat(done).hasSize(40);
    }

    private Mono<String> work(String order) {
        return gate.mono().thenReturn(order);
    }
}

package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.concepts.ItemsPage.Item;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class ComprehensionTest {

    private final List<Item> items =
            List.of(new Item(1, "spoon", 129), new Item(2, "kettle", 130), new Item(3, "jam", 1));
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void aLoopAndAFluxGiveTheSameList() {
        assertThat(Comprehension.namesByLoop(items)).containsExactly("spoon", "jam");
        assertThat(Comprehension.names(Flux.fromIterable(items)).block()).containsExactly("spoon", "jam");
    }

    @Test
    void eachItemThatIsLeftIsAskedAboutInOrder() {
        assertThat(Comprehension.answers(Flux.fromIterable(items), this::ask).block())
                .containsExactly("spoon, question 1", "jam, question 2");
    }

    @Test
    void mapGivesQuestionsThatNobodyHasAsked() {
        assertThat(Comprehension.descriptions(Flux.fromIterable(items), this::ask)
                        .block())
                .hasSize(2);

        assertThat(asked).hasValue(0);
    }

    private Mono<String> ask(Item item) {
        return Mono.fromSupplier(() -> item.name() + ", question " + asked.incrementAndGet());
    }
}

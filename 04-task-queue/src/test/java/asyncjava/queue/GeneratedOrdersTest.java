package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GeneratedOrdersTest {

    @Test
    void thereAreAsManyAsWereAskedForAndEachHasAnIdOfItsOwn() {
        assertThat(orders(500, 1)).extracting(Order::id).hasSize(500).doesNotHaveDuplicates();
        assertThat(orders(0, 1)).isEmpty();
    }

    @Test
    void theyAreTheSameForTheSameSeed() {
        assertThat(orders(100, 7)).isEqualTo(orders(100, 7)).isNotEqualTo(orders(100, 8));
    }

    @Test
    void moreOfThemBeginLikeFewer() {
        assertThat(orders(100, 7)).startsWith(orders(10, 7).toArray(Order[]::new));
    }

    @Test
    void noneHasBeenBegunAndEveryCustomerAndProductIsAmongThem() {
        List<Order> orders = orders(1_000, 1);

        assertThat(orders).extracting(Order::next).containsOnly(Optional.of(Step.VALIDATE));
        assertThat(orders.stream().map(Order::customer).distinct()).hasSize(25);
        assertThat(orders.stream().map(Order::product).distinct()).hasSize(8);
    }

    @Test
    void afterTheLastThereIsNoMore() {
        Iterator<Order> orders = new GeneratedOrders(1, 1);
        assertThat(orders.next().id()).isEqualTo("order-1");

        assertThat(orders.hasNext()).isFalse();
        assertThatThrownBy(orders::next).isInstanceOf(NoSuchElementException.class);
    }

    private static List<Order> orders(int count, long seed) {
        List<Order> orders = new ArrayList<>();
        new GeneratedOrders(count, seed).forEachRemaining(orders::add);
        return orders;
    }
}

package fake.exercise.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;

import asyncjava.testkit.Exercise;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// What the attacks are on.
@Exercise
class SumTest {
    @Test
    @Order(1)
    void zeroIsNeutral() throws Exception {
        assertEquals(1, Sum.of(1, 0), "the sum");
    }

    @Test
    @Order(2)
    void oneAndOneAreTwo() throws Exception {
        assertEquals(2, Sum.of(1, 1), "the sum");
    }
}

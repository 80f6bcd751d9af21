package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NewestFirstTest {

    @Test
    void theLastInIsTheFirstOut() throws InterruptedException {
        BlockingDeque<Integer> stack = new LinkedBlockingDeque<>(3);
        for (int i = 1; i <= 3; i++) {
            NewestFirst.push(stack, i);
        }

        assertThat(popAll(stack)).containsExactly(3, 2, 1);
    }

    @Test
    void whoPushesWaitsForAPlace() {
        Explorer.explore(schedule -> {
            BlockingDeque<Integer> stack = new LinkedBlockingDeque<>(1);
            NewestFirst.push(stack, 1);
            var second = schedule.run("second", () -> NewestFirst.push(stack, 2));
            Schedule.pause(); // it may come before there is a place, or after

            assertThat(NewestFirst.pop(stack)).isOne();
            second.result();
            assertThat(NewestFirst.pop(stack)).isEqualTo(2);
        });
    }

    @Test
    void whoPushesOutDoesNotWaitAndIsToldWhoGaveWay() {
        BlockingDeque<Integer> stack = new LinkedBlockingDeque<>(2);

        assertThat(NewestFirst.pushOut(stack, 1)).isEmpty();
        assertThat(NewestFirst.pushOut(stack, 2)).isEmpty();
        assertThat(NewestFirst.pushOut(stack, 3)).containsExactly(1);
        assertThat(stack).containsExactly(3, 2);
    }

    @Test
    void whateverGivesWayIsHandedBackOnceHoweverManyPush() throws InterruptedException {
        BlockingDeque<Integer> stack = new LinkedBlockingDeque<>(2);
        ConcurrentLinkedQueue<Integer> gone = new ConcurrentLinkedQueue<>();
        List<Thread> pushers = IntStream.range(0, 4)
                .mapToObj(pusher -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 1000; i++) {
                        gone.addAll(NewestFirst.pushOut(stack, pusher * 1000 + i));
                    }
                }))
                .toList();
        for (Thread pusher : pushers) {
            pusher.join();
        }
        gone.addAll(stack);

        assertThat(gone).hasSize(4000).doesNotHaveDuplicates();
    }

    @Test
    void putAtTheOtherEndTheFirstInIsTheFirstOut() throws InterruptedException {
        BlockingDeque<Integer> stack = new LinkedBlockingDeque<>(3);
        for (int i = 1; i <= 3; i++) {
            NewestFirst.putAtTheOtherEnd(stack, i);
        }

        assertThat(popAll(stack)).containsExactly(1, 2, 3);
    }

    private static List<Integer> popAll(BlockingDeque<Integer> stack) throws InterruptedException {
        List<Integer> all = new ArrayList<>();
        while (!stack.isEmpty()) {
            all.add(NewestFirst.pop(stack));
        }
        return all;
    }
}

package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever joins waits for one moment at which all is done. That more comes right after it, again and
/// again, keeps nobody waiting; not even who was still asleep at that moment.
@Timeout(60)
final class JoinWhileMoreComesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /// On schedules, where nobody has a turn between the end of the first and the coming of the next.
    @Test
    void ofTheWorkQueue() {
        AtomicInteger told = new AtomicInteger();
        Explorer.explore(schedule -> {
            WorkQueue<String> queue = new WorkQueue<>(5, WhenFull.WAIT, piece -> piece, Lease::close);
            queue.submit("first");
            Lease<String> first = queue.take().orElseThrow();
            AtomicBoolean joined = new AtomicBoolean();
            Started<?> joins = schedule.run("joins", () -> {
                assertThat(queue.join(LONG)).isTrue();
                joined.set(true);
            });
            letOthersGoOn();

            first.close();
            queue.submit("next");

            letOthersGoOn();
            if (joined.get()) {
                told.incrementAndGet();
            }
            queue.take().orElseThrow().close(); // for those who came too late for the first
            joins.result();
        });
        assertThat(told).hasPositiveValue();
    }

    private static void letOthersGoOn() {
        for (int i = 0; i < 20; i++) {
            Schedule.pause();
        }
    }

    @Test
    void ofTheBook() throws InterruptedException {
        Book book = new Book();
        Accepted first = new Accepted(new Order("first", "ada", "tea", 1, 100), () -> {});
        book.enter(first);
        try (Caller<Boolean> joins = Caller.of(() -> book.awaitEmpty(LONG))) {
            await().until(joins::isWaitingOrEnded);

            book.strikeOut(first, () -> {});
            book.enter(new Accepted(new Order("next", "ada", "tea", 1, 100), () -> {}));

            assertThat(joins.result()).isTrue();
        }
    }
}

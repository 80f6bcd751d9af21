package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever joins waits for one moment at which all is done. That more comes right after it, again and
/// again, keeps nobody waiting; not even who was still asleep at that moment.
@Timeout(60)
final class JoinWhileMoreComesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void ofTheWorkQueue() throws InterruptedException {
        WorkQueue<String> queue = new WorkQueue<>(5, WhenFull.WAIT, piece -> piece, Lease::close);
        queue.submit("first");
        Lease<String> first = queue.take().orElseThrow();
        try (Caller<Boolean> joins = Caller.of(() -> queue.join(LONG))) {
            await().until(joins::isWaitingOrEnded);

            first.close();
            queue.submit("next"); // before the other thread has woken up

            assertThat(joins.result()).isTrue();
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

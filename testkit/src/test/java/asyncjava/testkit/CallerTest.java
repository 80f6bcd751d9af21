package asyncjava.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class CallerTest {

    private static final Patience SHORT = new Patience(Duration.ofMillis(1));

    private final IOException failure = new IOException("unreachable");

    @Test
    void theResultIsWhatTheCallReturned() throws InterruptedException {
        assertThat(Caller.of(() -> "tea").result()).isEqualTo("tea");
    }

    @Test
    void theFailureIsWhatTheCallThrew() throws InterruptedException {
        assertThat(Caller.of(() -> {
                            throw failure;
                        })
                        .failure())
                .isSameAs(failure);
    }

    @Test
    void aCallThatThrowsHasNoResultAndItsExceptionIsShown() {
        Caller<String> caller = Caller.of(() -> {
            throw failure;
        });

        assertThatThrownBy(caller::result)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Expected the call to return, but it threw:\n  java.io.IOException: unreachable")
                .hasCause(failure);
    }

    @Test
    void aCallThatReturnsHasNoFailure() {
        assertThatThrownBy(Caller.of(() -> "tea")::failure)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected the call to throw, but it returned: tea");
    }

    @Test
    void whatALibraryThrewIsToldByTheLineInItsCause() {
        Caller<String> caller =
                Caller.of(() -> CompletableFuture.supplyAsync(Hanging::fail).join());

        assertThatThrownBy(caller::result)
                .isInstanceOf(AssertionError.class)
                .message()
                .containsPattern("""
                        ^Expected the call to return, but it threw:
                          java\\.util\\.concurrent\\.CompletionException: java\\.lang\\.IllegalStateException: broken
                          at Hanging\\.fail \\(CallerTest\\.java:\\d+\\)$""");
    }

    @Test
    void whatItUsuallyMeansComesLast() {
        Caller<String> throwing = Caller.of(() -> {
            throw failure;
        });

        assertThatThrownBy(() -> throwing.result("", "Catch it."))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Expected the call to return, but it threw:\n  java.io.IOException: unreachable")
                .hasMessageEndingWith("\nCatch it.");
        assertThatThrownBy(() -> Caller.of(() -> "tea").failure("", "Throw it on."))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected the call to throw, but it returned: tea\nThrow it on.");
    }

    @Test
    void aCallThatHangsIsToldWhereItWaits() throws InterruptedException {
        Hanging hanging = new Hanging();
        Caller<String> caller = new Caller<>(hanging::forEver, SHORT);
        hanging.begun.await();
        await().until(caller::isWaitingOrEnded);

        assertThatThrownBy(() -> caller.result("Count it down."))
                .isInstanceOf(AssertionError.class)
                .message()
                .containsPattern("""
                        ^Expected the call to return, but after up to 1 ms it still waits here:
                          at Hanging\\.forEver \\(CallerTest\\.java:\\d+\\)
                        Count it down\\.$""");
        caller.close();
    }

    @Test
    void closingInterruptsACallThatIsStillUnderWay() throws InterruptedException {
        Hanging hanging = new Hanging();
        Caller<String> caller = Caller.of(hanging::forEver);
        hanging.begun.await();

        caller.close();

        assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
    }
}

/// Code under test that waits for what never comes.
final class Hanging {

    final CountDownLatch begun = new CountDownLatch(1);

    static String fail() {
        throw new IllegalStateException("broken");
    }

    String forEver() throws InterruptedException {
        begun.countDown();
        new CountDownLatch(1).await();
        return "";
    }
}

package asyncjava.taskrunner.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.Program;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class NothingOutlivesTheBlockTest {

    private final Gate letter = Gate.closed();
    private final List<String> ended = new CopyOnWriteArrayList<>();

    @Test
    void theBlockEndsAfterTheWorkThatWasStartedInIt() throws InterruptedException {
        try (Caller<?> caller = Caller.of(this::postInABlock)) {
            letter.awaitInside(1);
            await().until(caller::isWaitingOrEnded);
            letter.open();
            caller.result();

            assertThat(ended).containsExactly("letter, on a virtual thread", "block");
        }
    }

    @Test
    void anInterruptAtTheClosingBraceEndsTheWorkBeforeTheBlock() throws InterruptedException {
        try (Caller<?> caller = Caller.of(this::postInABlock)) {
            letter.awaitInside(1);
            caller.interrupt();
            caller.result();

            assertThat(letter.cancelled()).isOne();
            assertThat(ended).containsExactly("letter, on a virtual thread", "block");
        }
    }

    @Test
    void theProgramEndsWithoutAThreadThatNobodyWaitsFor() throws IOException, InterruptedException {
        Program.Ended program = Program.run(Forgetful.class);

        assertThat(program.out().lines()).containsExactly("The letter is written.", "main is over.");
        assertThat(program.status()).isZero();
    }

    @Test
    void mainPostsTheLetterOfTheBlockBeforeTheBlockIsLeft() throws IOException, InterruptedException {
        Program.Ended program = Program.run(NothingOutlivesTheBlock.class);

        assertThat(program.out().lines())
                .containsSubsequence("The first letter is posted.", "The block is left.", "main is over.");
        assertThat(program.status()).isZero();
    }

    private List<String> postInABlock() {
        NothingOutlivesTheBlock.inABlock(this::post);
        ended.add("block");
        return ended;
    }

    private void post() {
        try {
            letter.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            ended.add(Thread.currentThread().isVirtual() ? "letter, on a virtual thread" : "letter");
        }
    }

    /// A program that forgets a thread which cannot end before main does: what it waits for never comes.
    static final class Forgetful {

        private Forgetful() {}

        static void main() throws InterruptedException {
            CountDownLatch written = new CountDownLatch(1);
            NothingOutlivesTheBlock.fireAndForget(() -> {
                IO.println("The letter is written.");
                written.countDown();
                post();
            });
            written.await();
            IO.println("main is over.");
        }

        private static void post() {
            try {
                new CountDownLatch(1).await();
                IO.println("The letter is posted.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package asyncjava.queue.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@LeavesNoThreadBehind
final class CheckAndActTest {

    private final CheckAndAct book = new CheckAndAct(1);
    private final Gate packing = Gate.closed();

    @Test
    void whoComesMeanwhileWaitsAndFindsNone() throws InterruptedException {
        try (Caller<Boolean> ada = Caller.of(() -> book.buy(packing::pass))) {
            packing.awaitInside(1);
            try (Caller<Boolean> bob = Caller.of(() -> book.buy(packing::pass))) {
                await().until(bob::isWaitingOrEnded);
                assertThat(bob.isDone()).isFalse();
                packing.open();

                assertThat(List.of(ada.result(), bob.result())).containsExactly(true, false);
            }
        }
        assertThat(packing.entered()).isOne();
    }

    @Test
    void withoutALockBothBuyTheOnlyCopy() throws InterruptedException {
        try (Caller<Boolean> ada = Caller.of(() -> book.buyWithoutLock(packing::pass));
                Caller<Boolean> bob = Caller.of(() -> book.buyWithoutLock(packing::pass))) {
            packing.awaitInside(2);
            packing.open();

            assertThat(List.of(ada.result(), bob.result())).containsExactly(true, true);
        }
    }

    @Test
    void whoIsInterruptedInTheQueueBuysNone() throws InterruptedException {
        try (Caller<Boolean> ada = Caller.of(() -> book.buy(packing::pass))) {
            packing.awaitInside(1);
            try (Caller<Boolean> bob = Caller.of(() -> book.buy(packing::pass))) {
                await().until(bob::isWaitingOrEnded);
                bob.interrupt();
                assertThat(bob.failure("Who waits for the lock with lock() hears no interrupt."))
                        .isInstanceOf(InterruptedException.class);
            }
            packing.open();
            assertThat(ada.result()).isTrue();
        }
        assertThat(packing.entered()).isOne();
    }

    @Test
    void whenPackingFailsTheCopyIsStillThereAndTheLockIsFree() throws InterruptedException {
        assertThatThrownBy(() -> book.buy(() -> {
                    throw new IOException("no paper");
                }))
                .hasMessage("no paper");

        packing.open();
        try (Caller<Boolean> bob = Caller.of(() -> book.buy(packing::pass))) {
            assertThat(bob.result()).isTrue();
        }
    }
}

package asyncjava.scraper.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LeavesNoThreadBehind
final class TransferTest {

    private static final String[] IN_ORDER = {"open connection", "open file", "close file", "close connection"};

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Gate gate = Gate.closed();
    private final Transfer.Opener opener = this::opened;
    private final Transfer.Opener fullDisk = name -> {
        if (name.equals("file")) {
            throw new IOException("the disk is full");
        }
        return opened(name);
    };

    @Test
    void aSuccessIsSeenWhenAllIsClosed() throws Exception {
        assertThat(Transfer.copy(() -> Transfer.open(opener), _ -> "copied")).isEqualTo("copied");

        assertThat(log).containsExactly(IN_ORDER);
    }

    @Test
    void aFailureClosesInTheSameOrder() {
        assertThatThrownBy(() -> Transfer.copy(() -> Transfer.open(opener), _ -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken");

        assertThat(log).containsExactly(IN_ORDER);
    }

    @Test
    void anInterruptClosesInTheSameOrder() throws InterruptedException {
        try (Caller<String> caller = Caller.of(() -> Transfer.copy(() -> Transfer.open(opener), _ -> {
            gate.pass();
            return "copied";
        }))) {
            gate.awaitInside(1);
            assertThat(log).containsExactly("open connection", "open file");
            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(log).containsExactly(IN_ORDER);
    }

    @Test
    void aFileThatCannotBeClosedKeepsNoConnectionOpen() {
        Transfer.Opener brittle = name -> {
            Closeable resource = opened(name);
            return () -> {
                resource.close();
                throw new IOException("cannot close " + name);
            };
        };

        assertThatThrownBy(() -> Transfer.copy(() -> Transfer.open(brittle), _ -> {
                    throw new IOException("broken");
                }))
                .hasMessage("broken")
                .satisfies(broken -> assertThat(broken.getSuppressed()[0])
                        .hasMessage("cannot close file")
                        .hasSuppressedException(new IOException("cannot close connection")));
        assertThat(log).containsExactly(IN_ORDER);
    }

    @Test
    void aFileThatCannotBeOpenedClosesTheConnection() {
        assertThatThrownBy(() -> Transfer.open(fullDisk)).hasMessage("the disk is full");

        assertThat(log).containsExactly("open connection", "close connection");
    }

    @Test
    void openedInOneStepTheConnectionIsLost() {
        assertThatThrownBy(() -> Transfer.copy(() -> Transfer.openInOneStep(fullDisk), _ -> "copied"))
                .hasMessage("the disk is full");

        assertThat(log).containsExactly("open connection");
    }

    @Test
    void usingWhenClosesAfterASuccess() {
        StepVerifier.create(Transfer.withReactor(opener, Mono.just("copied")))
                .expectNext("copied")
                .verifyComplete();

        assertThat(log).containsExactly(IN_ORDER);
    }

    @Test
    void usingWhenClosesAfterAFailure() {
        StepVerifier.create(Transfer.withReactor(opener, Mono.error(new IOException("broken"))))
                .verifyErrorMessage("broken");

        assertThat(log).containsExactly(IN_ORDER);
    }

    @Test
    void usingWhenClosesWhenItIsCancelled() {
        Transfer.withReactor(opener, gate.mono()).subscribe().dispose();

        assertThat(gate.cancelled()).isOne();
        assertThat(log).containsExactly(IN_ORDER);
    }

    @Test
    void usingWhenClosesTheConnectionWhenTheFileCannotBeOpened() {
        StepVerifier.create(Transfer.withReactor(fullDisk, Mono.just("copied"))).verifyErrorMessage("the disk is full");

        assertThat(log).containsExactly("open connection", "close connection");
    }

    private Closeable opened(String name) {
        log.add("open " + name);
        return () -> log.add("close " + name);
    }
}

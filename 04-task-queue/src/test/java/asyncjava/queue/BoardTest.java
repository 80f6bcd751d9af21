package asyncjava.queue;

import static asyncjava.queue.TestHandler.passes;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.cli.Terminal;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the board shows when it is closed; that it draws in between is seen by the tests of main.
@LeavesNoThreadBehind
@Timeout(60)
final class BoardTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Gate gate = Gate.closed();
    private final Tally tally = new Tally(_ -> {});
    private final StringWriter written = new StringWriter();
    private OrderQueue queue;

    @BeforeEach
    void oneIsUnderWayAndTwoWait() throws InterruptedException {
        queue = Style.THREADS.open(
                new Limits(1, 10, WhenFull.WAIT, LONG, 1, LONG),
                new TestHandler((order, _, _) -> order.id().equals("early") ? TestHandler.NOTHING : passes(gate)),
                tally);
        bring("early", "tea");
        assertThat(queue.join(LONG)).isTrue();
        bring("order-1", "coffee");
        gate.awaitInside(1);
        bring("order-2", "tea");
        bring("order-3", "tea");
    }

    private void bring(String id, String product) throws InterruptedException {
        tally.submitted(queue.submit(new Order(id, "ada", product, 3, 250)));
    }

    @AfterEach
    void stop() {
        queue.close();
    }

    private List<String> shown(Terminal terminal, boolean screen) {
        new Board(queue, tally, 10, new PrintWriter(written), terminal, screen).close();
        String all = written.toString();
        return all.substring(all.lastIndexOf('\033') + 1).lines().toList();
    }

    @Test
    void itShowsTheQueueTheWorkersAndTheSales() {
        List<String> shown = shown(new Terminal(80, false, false), true);

        assertThat(shown).hasSize(4);
        assertThat(shown.get(0)).isEqualTo("  queue [##        ]");
        assertThat(shown.get(1)).matches(" {2}\\d+\\.\\d s, 2 wait, 1 done, 0 dead, [\\d,]+ a second");
        assertThat(shown.get(2)).isEqualTo("  worker 1       1  validate order-1 of ada");
        assertThat(shown.get(3)).isEqualTo("  sales in the last minute: 7.50; most: tea 3");
    }

    @Test
    void noLineIsLongerThanTheScreen() {
        List<String> shown = shown(new Terminal(24, true, false), true);

        assertThat(shown).hasSize(4).allMatch(line -> line.length() < 24);
        assertThat(shown.get(0)).isEqualTo("  queue [█   ]");
    }

    @Test
    void whatOrdersAreCalledMovesNoCursor() throws InterruptedException {
        gate.open();
        assertThat(queue.join(LONG)).isTrue();
        bring("order-4", "\033[2Jnothing\n");
        assertThat(queue.join(LONG)).isTrue();

        assertThat(shown(new Terminal(80, true, false), true).get(3)).contains("[2Jnothing ");
        assertThat(written.toString()).doesNotContain("\033[2J");
    }

    @Test
    void whereThereIsNoScreenItSaysNothingAtTheEnd() {
        assertThat(shown(new Terminal(80, true, false), false)).isEmpty();
    }
}

package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ctrl-C and SIGTERM in the middle; in a JVM of its own, for the signal.
///
/// The middle of much more than a signal takes: of minutes of work, or of steps that do not end.
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
final class MainKilledTest {

    private static final int ORDERS = 10_000;

    @TempDir
    private Path folder;

    private Path rest;

    @BeforeEach
    void nameAFileForWhatIsLeft() {
        rest = folder.resolve("rest.csv");
    }

    @ParameterizedTest
    @EnumSource
    void ctrlCLetsWhatWasAcceptedBeDoneWithinTheGrace(Style style) throws IOException, InterruptedException {
        Ended killed = killed("INT", "order-20 is accepted", style, ORDERS, "--step-time", "20ms", "--grace", "1m");

        assertThat(killed.status()).isEqualTo(130);
        Mains.Account account = Mains.account(killed);
        assertThat(account.accepted()).isGreaterThanOrEqualTo(20);
        assertThat(account.handedBack()).isZero();
        assertThat(ended(killed)).containsExactlyInAnyOrderElementsOf(Mains.logged(killed, "accepted"));
        assertThat(killed.out()).contains("  not processed: ");
        isCompletedFromTheFile(style, killed, ORDERS);
    }

    @ParameterizedTest
    @EnumSource
    void withoutGraceWhatIsUnderWayIsInTheFile(Style style) throws IOException, InterruptedException {
        Ended killed = killed("TERM", "order-20 is accepted", style, ORDERS, "--step-time", "20ms", "--grace", "0ms");

        assertThat(killed.status()).isEqualTo(143);
        assertThat(ended(killed)).isNotEmpty();
        isCompletedFromTheFile(style, killed, ORDERS);
    }

    @ParameterizedTest
    @EnumSource
    void stepsThatTakeLongerThanTheGraceAreBrokenOff(Style style) throws IOException, InterruptedException {
        Ended killed = killed(
                "TERM", "order-3 is accepted", style, 30, "--step-time", "24h", "--deadline", "24h", "--grace", "50ms");

        assertThat(killed.status()).isEqualTo(143);
        assertThat(Mains.account(killed).handedBack())
                .isEqualTo(Mains.account(killed).accepted())
                .isGreaterThanOrEqualTo(3);
        assertThat(OrderFile.read(rest)).extracting(Order::next).containsOnly(Optional.of(Step.VALIDATE));
        isCompletedFromTheFile(style, killed, 30);
    }

    /// What is drawn there must not take the account with it.
    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrlCOnATerminalEndsTheBoardAndTellsTheAccount() throws IOException, InterruptedException {
        try (Program program = Program.startOnTerminal(
                Main.class,
                "--step-time",
                "24h",
                "--deadline",
                "24h",
                "--workers",
                "1",
                "--grace",
                "0ms",
                "--unprocessed",
                rest.toString())) {
            program.awaitOutput("worker 1       0  validate order-1 of ");

            program.pressCtrlC();

            Ended ended = program.awaitEnd();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(Mains.account(ended).handedBack())
                    .isEqualTo(Mains.account(ended).accepted());
            assertThat(ended.out().substring(ended.out().lastIndexOf("worker 1 ")))
                    .contains("  not processed: 200, ");
        }
    }

    /// Whoever brings the orders need not wait here, and hears of the signal all the same.
    @ParameterizedTest
    @EnumSource
    void whoIsRefusedHearsOfItToo(Style style) throws IOException, InterruptedException {
        Ended killed = killed(
                "INT",
                "is refused",
                style,
                1_000_000,
                "--when-full",
                "refuse",
                "--step-time",
                "24h",
                "--deadline",
                "24h",
                "--grace",
                "0ms");

        assertThat(killed.status()).isEqualTo(130);
        assertThat(Mains.logged(killed, "refused")).hasSizeLessThan(900_000);
    }

    private Ended killed(String signal, String after, Style style, int orders, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-v", "--style", style.toString(), "--fail", "20%"));
        arguments.addAll(List.of("--orders", Integer.toString(orders), "--workers", "2", "--capacity", "3"));
        arguments.addAll(List.of("--unprocessed", rest.toString()));
        arguments.addAll(List.of(more));
        try (Program program = Program.start(Main.class, arguments.toArray(String[]::new))) {
            program.awaitError(after);

            program.signal(signal);

            return program.awaitEnd();
        }
    }

    /// The next run does exactly the rest: every order has ended once, in one of the two.
    private void isCompletedFromTheFile(Style style, Ended killed, int orders) {
        List<String> inBoth = ended(killed);
        List<String> left = Mains.ids(rest);
        inBoth.addAll(left);
        assertThat(inBoth).containsExactlyInAnyOrderElementsOf(Mains.orders(orders));

        Ended completed = Mains.run(
                "--style",
                style.toString(),
                "--step-time",
                "0ms",
                "--fail",
                "0%",
                "--input",
                rest.toString(),
                "--unprocessed",
                rest.toString());

        assertThat(completed.status()).isZero();
        assertThat(Mains.account(completed)).isEqualTo(new Mains.Account(left.size(), left.size(), 0, 0));
        assertThat(rest).doesNotExist();
    }

    private static List<String> ended(Ended run) {
        List<String> ended = new ArrayList<>(Mains.logged(run, "done"));
        ended.addAll(Mains.logged(run, "dead"));
        return ended;
    }
}

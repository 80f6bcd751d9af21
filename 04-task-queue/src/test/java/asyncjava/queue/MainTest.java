package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The program as a person meets it.
@Timeout(120)
final class MainTest {

    private static final String HEADER = "id,customer,product,quantity,price,next\n";

    @TempDir
    private Path folder;

    private Path rest;

    @BeforeEach
    void nameAFileForWhatIsLeft() {
        rest = folder.resolve("rest.csv");
    }

    @Test
    void everyOrderIsFoundAgainInEachStyle() {
        Ended ended = run("--style", "all");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.status()).isZero();
        for (Style style : Style.values()) {
            assertThat(ended.out()).contains(style + ": " + style.summary(), " of 200 orders done in ");
        }
        assertThat(ended.out()).contains("by worker: ", "at most 10 waited at once, of 10 that may");
        assertThat(Mains.accounts(ended)).hasSize(2).allSatisfy(account -> {
            assertThat(account.accepted()).isEqualTo(200);
            assertThat(account.done() + account.dead()).isEqualTo(200);
            assertThat(account.done()).isPositive();
            assertThat(account.dead()).isPositive();
        });
        assertThat(rest).doesNotExist();
    }

    @Test
    void theSameOrdersDieInEachStyleAndOthersWithAnotherSeed() {
        Set<String> dead = deadLetters("--style", "threads", "--seed", "7");

        assertThat(dead).hasSizeBetween(2, Tally.LETTERS_KEPT);
        assertThat(deadLetters("--style", "reactive", "--seed", "7")).isEqualTo(dead);
        assertThat(deadLetters("--style", "threads", "--seed", "8")).isNotEqualTo(dead);
    }

    private Set<String> deadLetters(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--orders", "100", "--fail", "10%", "--step-time", "0ms"));
        all.addAll(List.of(arguments));
        Ended ended = run(all.toArray(String[]::new));
        return ended.out().lines().filter(line -> line.startsWith("  dead: ")).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"threads, refuse", "threads, drop-oldest", "reactive, refuse", "reactive, drop-oldest"})
    void oneOrderTooManyIsInTheFileAndAllAreFoundAgain(String style, String whenFull) {
        Ended ended = run(
                "--style",
                style,
                "--when-full",
                whenFull,
                "--orders",
                "60",
                "--capacity",
                "2",
                "--workers",
                "2",
                "--step-time",
                "20ms");

        assertThat(ended.status()).isEqualTo(1);
        List<String> left = Mains.ids(rest);
        Mains.Account account = Mains.account(ended);
        assertThat(left).isNotEmpty().doesNotHaveDuplicates();
        assertThat(account.done() + account.dead() + left.size()).isEqualTo(60);
        assertThat(account.handedBack()).isEqualTo(whenFull.equals("refuse") ? 0 : left.size());
        assertThat(ended.out())
                .contains("  not processed: %d, in %s for --input".formatted(left.size(), rest))
                .contains(whenFull.equals("refuse") ? "  refused " + left.size() : "accepted 60 = ");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasBrokenOffIsCompletedByTheNextRun(Style style) throws IOException, InterruptedException {
        // Of more than half a minute of work.
        Ended broken = Program.run(
                Main.class,
                "-v",
                "--style",
                style.toString(),
                "--orders",
                "2000",
                "--workers",
                "2",
                "--step-time",
                "20ms",
                "--fail",
                "20%",
                "--abort-after",
                "500ms",
                "--unprocessed",
                rest.toString());
        assertThat(broken.status()).isEqualTo(1);
        List<String> left = Mains.ids(rest);

        Ended completed = run("--style", style.toString(), "--step-time", "0ms", "--input", rest.toString());

        assertThat(completed.status()).isZero();
        Mains.Account account = Mains.account(completed);
        assertThat(account.accepted()).isEqualTo(left.size());
        assertThat(account.done() + account.dead()).isEqualTo(left.size());
        List<String> ended = new ArrayList<>(left);
        ended.addAll(Mains.logged(broken, "done"));
        ended.addAll(Mains.logged(broken, "dead"));
        assertThat(ended).containsExactlyInAnyOrderElementsOf(Mains.orders(2_000));
    }

    @Test
    void anAbortAtOnceLeavesEveryOrderAsItWas() throws IOException {
        for (Style style : Style.values()) {
            Path input = write(HEADER + "a,ada,tea,1,6.50,\nb,ada,tea,1,6.50,charge\nc,alan,cup,2,8.90,ship\n");

            Ended ended = run(
                    "--style",
                    style.toString(),
                    "--step-time",
                    "24h",
                    "--deadline",
                    "24h",
                    "--abort-after",
                    "0ms",
                    "--input",
                    input.toString());

            assertThat(ended.status()).isEqualTo(1);
            assertThat(Files.readAllLines(rest))
                    .containsExactlyInAnyOrder(
                            HEADER.strip(),
                            "a,ada,tea,1,6.50,validate",
                            "b,ada,tea,1,6.50,charge",
                            "c,alan,cup,2,8.90,ship");
        }
    }

    @Test
    void ordersMayComeFromAFileAsSpreadsheetsWriteThem() throws IOException {
        Path input = write("""
                price,id,customer,product,note,quantity\r
                6.50,17,"Lovelace, Ada",tea,"for ""all"" of us",2\r
                8.9,18,alan,cup,,1\r
                12,19,"Grace
                Hopper",kettle,,3\r
                """);

        Ended ended = run("--fail", "100%", "--retries", "0", "--step-time", "0ms", "--input", input.toString());

        assertThat(ended.out())
                .contains("accepted 3 = 0 done + 3 dead", "dead: 17 of Lovelace, Ada, at ", "dead: 18 of alan, at ");
        assertThat(ended.status()).isZero();
        assertThat(input).exists();
    }

    @ParameterizedTest
    @EnumSource
    void anOrderThatWasBegunGoesOnFromTheNextStep(Style style) throws IOException {
        Ended fromTheFirst = run(style, begun("validate"));
        Ended fromTheLast = run(style, begun("ship"));

        assertThat(Mains.account(fromTheFirst).dead()).isEqualTo(20);
        assertThat(fromTheFirst.out()).contains(", at validate: ", ", at charge: ", ", at ship: ");
        assertThat(Mains.account(fromTheLast).dead()).isBetween(1, 19);
        assertThat(fromTheLast.out()).contains(", at ship: ").doesNotContain(", at validate: ", ", at charge: ");
    }

    private Ended run(Style style, Path input) {
        return run(
                "--style",
                style.toString(),
                "--fail",
                "100%",
                "--retries",
                "0",
                "--step-time",
                "0ms",
                "--input",
                input.toString());
    }

    private Path begun(String next) throws IOException {
        return write(IntStream.range(0, 20)
                .mapToObj(i -> "order-%d,ada,tea,1,6.50,%s\n".formatted(i, next))
                .collect(Collectors.joining("", HEADER, "")));
    }

    @Test
    void theFileThatWasTheInputIsGoneWhenNothingIsLeftOfIt() throws IOException {
        Files.writeString(rest, HEADER + "a,ada,tea,1,6.50,charge\n");

        Ended ended = run("--step-time", "0ms", "--input", rest.toString());

        assertThat(ended.out()).contains("nothing is left of %s, which is gone".formatted(rest));
        assertThat(rest).doesNotExist();
    }

    @Test
    void butNotAFileThatIsOfAnotherRun() throws IOException {
        Files.writeString(rest, HEADER + "a,ada,tea,1,6.50,charge\n");

        Ended ended = run("--orders", "5", "--fail", "0%", "--step-time", "0ms");

        assertThat(ended.status()).isZero();
        assertThat(Mains.ids(rest)).containsExactly("a");
    }

    @Test
    void noOrdersAreDoneAtOnce() {
        Ended ended = run("--style", "all", "--orders", "0");

        assertThat(Mains.accounts(ended)).containsOnly(new Mains.Account(0, 0, 0, 0));
        assertThat(ended.status()).isZero();
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(Mains.run("--help").out())
                .contains("--orders", "--input", "--workers", "--capacity", "--when-full", "--fail", "--step-time")
                .contains("--deadline", "--retries", "--drain", "--abort-after", "--grace", "--unprocessed")
                .contains("--style", "--seed", "--quiet", "--verbose");
    }

    private Ended run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--unprocessed", rest.toString()));
        return Mains.run(all.toArray(String[]::new));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("orders.csv"), text);
    }
}

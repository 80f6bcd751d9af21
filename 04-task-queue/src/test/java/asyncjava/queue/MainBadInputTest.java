package asyncjava.queue;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One line for whatever cannot be used, exit status 2, and nothing done.
final class MainBadInputTest {

    private static final String HEADER = "id,customer,product,quantity,price,next\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --orders -1            | --orders: got "-1"; accepted: a whole number from 0 to 1000000000
            --orders many          | --orders: got "many"; accepted: a whole number
            --workers 0            | --workers: got "0"; accepted: a whole number from 1 to 10000
            --capacity 0           | --capacity: got "0"; accepted: a whole number from 1 to 1000000
            --when-full block      | --when-full: got "block"; accepted: wait, refuse, drop-oldest
            --fail 101%            | --fail: got "101%"; accepted: a share from 0% to 100%
            --fail NaN             | --fail: got "NaN"; accepted: a share from 0% to 100%
            --fail some            | --fail: got "some"; accepted: a share from 0% to 100%
            --step-time 25h        | --step-time: got "25 h"; accepted: a time from 0 ms to 24h
            --step-time 15         | --step-time: got "15"; accepted: a number with a unit, such as 300ms, 2s or 1.5m
            --deadline 0s          | --deadline: got "0 ms"; accepted: a time from 1 ns to 24h
            --retries 101          | --retries: got "101"; accepted: a whole number from 0 to 100
            --abort-after 25h      | --abort-after: got "25 h"; accepted: a time from 0 ms to 24h
            --grace 25h            | --grace: got "25 h"; accepted: a time from 0 ms to 24h
            --drain --abort-after 1s        | --abort-after: got "1 s"; accepted: either this or --drain
            --style all --input missing.csv | --style: got "all"; accepted: one style, where orders are read
            --style thread         | --style: got "thread"; accepted: threads, reactive, all, or several with commas between
            --seed luck            | --seed: got "luck"; accepted: a whole number
            --unprocessed no/rest.csv       | --unprocessed: got "no/rest.csv"; accepted: a file in a folder that exists
            --input missing.csv    | --input: got "missing.csv"; accepted: a file that can be read (there is no such file)
            --input src            | --input: got "src"; accepted: a file that can be read (this is a folder)
            --input                | --input
            --capcity 5            | got "--capcity"; accepted: --capacity
            orders.csv             | got "orders.csv"; accepted: --help
            """)
    void badInputGetsOneLineAndStatus2(String arguments, String complaint) {
        refuses(complaint, arguments.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            b,ada,tea,two,6.50,    | quantity as a whole number, price such as 12.50 (For input string: "two")
            b,ada,tea,0,6.50,      | (quantity must be from 1 to 1000000, was 0)
            b,ada,tea,1,6.505,     | price such as 12.50
            b,ada,tea,1,-6.50,     | (cents must be from 0 to 1000000000, was -650)
            b,ada,tea,1,a lot,     | price such as 12.50
            b,,tea,1,6.50,         | (customer must not be blank)
            b,ada,tea,1            | price
            b,ada,tea,1,6.50,pack  | (next must be validate, charge or ship, was pack)
            """)
    void aLineThatIsNoOrderIsNamed(String line, String why) throws IOException {
        Path file = write(HEADER + "a,ada,tea,1,6.50,\n" + line + "\n");

        refuses("%s:3: got \"%s".formatted(file, line.split(",", 2)[0]), "--input", file.toString());
        refuses(why, "--input", file.toString());
    }

    @Test
    void theLastLineIsNamedThoughItDoesNotEnd() throws IOException {
        Path file = write(HEADER + "a,ada,tea,1,6.50,\nb,ada,tea,0,6.50,");

        refuses(file + ":3: got \"b,ada,tea,0,6.50,\"", "--input", file.toString());
    }

    @Test
    void aComplaintIsOneLineThoughTheOrderIsTwo() throws IOException {
        Path file = write(HEADER + "a,ada,\"tea\nand sugar\",0,6.50,\n");

        refuses(file + ":3: got \"a,ada,tea and sugar,0,6.50,\"", "--input", file.toString());
    }

    @Test
    void anIdThatComesTwiceIsNamed() throws IOException {
        Path file = write(HEADER + "a,ada,tea,1,6.50,\nb,ada,tea,1,6.50,\na,alan,cup,1,8.90,\n");

        refuses(file + ":4: got \"a\"; accepted: each id once", "--input", file.toString());
    }

    @Test
    void aHeaderThatLacksAColumnIsShown() throws IOException {
        Path file = write("id,customer,product,quantity\na,ada,tea,1\n");

        refuses(
                file + ":1: got \"id,customer,product,quantity\"; accepted: id,customer,product,quantity,price",
                "--input",
                file.toString());
    }

    @Test
    void anEmptyFileHasNoHeaderEither() throws IOException {
        Path file = write("");

        refuses(file + ":1: got \"\"; accepted: id,customer,product,quantity,price", "--input", file.toString());
    }

    @Test
    void aQuoteThatIsNotClosedIsNoCsv() throws IOException {
        Path file = write(HEADER + "a,ada,\"tea,1,6.50,\nb,ada,tea,1,6.50,\n");

        refuses("accepted: orders as CSV ((startline 2) EOF reached", "--input", file.toString());
    }

    @Test
    void aQuoteInTheMiddleOfAWordIsNoCsv() throws IOException {
        Path file = write(HEADER + "a,ada,\"tea\"pot,1,6.50,\n");

        refuses("accepted: orders as CSV (Invalid character between", "--input", file.toString());
    }

    @Test
    void aFileInAnotherEncodingIsNoText() throws IOException {
        Path file = folder.resolve("orders.csv");
        String before = "a,ada,tea,1,6.50,\n" + "\n".repeat(100_000);
        Files.writeString(file, HEADER + before + "b,ada,thé,1,6.50,\n", StandardCharsets.ISO_8859_1);

        refuses("accepted: a text file in UTF-8 (this one is not)", "--input", file.toString());
    }

    private static void refuses(String complaint, String... arguments) {
        Ended ended = Mains.run(arguments);

        assertThat(ended.err().lines()).singleElement().asString().contains(complaint);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("orders.csv"), text);
    }
}

package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program.Ended;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One line for whatever cannot be used, exit status 2, and nothing done. (A URL that cannot be fetched is not among
/// that: it spoils no other, and has its row.)
final class MainBadInputTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --concurrency 0       | --concurrency: got "0"; accepted: a whole number from 1 to 10000
            --rate 0              | --rate: got "0.0"; accepted: a number from 0.001 to 1000000, of requests per second
            --rate NaN            | --rate: got "NaN"; accepted: a number from 0.001 to 1000000, of requests per second
            --rate fast           | --rate: got "fast"; accepted: a number
            --retries -1          | --retries: got "-1"; accepted: a whole number from 0 to 100
            --timeout soon        | --timeout: got "soon"; accepted: a number with a unit, such as 300ms, 2s or 1.5m
            --timeout 0s          | --timeout: got "0 ms"; accepted: a time from 1 ms to 24h
            --rate-wait 25h       | --rate-wait: got "25 h"; accepted: a time from 0 ms to 24h
            --select [            | --select: got "["; accepted: a CSS selection, such as h2 or .price
            --format xml          | --format: got "xml"; accepted: table, csv, jsonl
            --style thread        | --style: got "thread"; accepted: threads, reactive, all, or several with commas between
            --format csv --style all        | --style: got "all"; accepted: one style, where rows are data or go to a file
            --input missing.txt             | --input: got "missing.txt"; accepted: a file that can be read (there is no such file)
            --output no/rows.csv            | --output: got "no/rows.csv"; accepted: a file in a folder that exists
            --report no/out.html            | --report: got "no/out.html"; accepted: a file in a folder that exists
            --timout 5s                     | got "--timout"; accepted: --timeout
            """)
    void badInputGetsOneLineAndStatus2(String arguments, String complaint) {
        Ended ended = Mains.run(arguments.split(" "));

        assertThat(ended.err().lines()).singleElement().asString().contains(complaint);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }
}

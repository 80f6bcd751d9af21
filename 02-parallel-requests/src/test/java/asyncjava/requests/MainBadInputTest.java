package asyncjava.requests;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One line for whatever cannot be used, exit status 2, and nothing done. (A URL that cannot be fetched is not among
/// that: it spoils no other, and has its row.)
final class MainBadInputTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --limit 0             | --limit: got "0"; accepted: a whole number from 1 to 10000
            --limit 10001         | --limit: got "10001"; accepted: a whole number from 1 to 10000
            --limit many          | --limit: got "many"; accepted: a whole number
            --timeout soon        | --timeout: got "soon"; accepted: a number with a unit, such as 300ms, 2s or 1.5m
            --timeout 0s          | --timeout: got "0 ms"; accepted: a time from 1ns to 24h
            --timeout 25h         | --timeout: got "25 h"; accepted: a time from 1ns to 24h
            --style virtul        | --style: got "virtul"; accepted: sequential, virtual, future, reactor, all, or several with commas between
            --input missing.txt   | --input: got "missing.txt"; accepted: a file that can be read (there is no such file)
            --report no/out.html  | --report: got "no/out.html"; accepted: a file in a folder that exists
            --sums x http://h/    | --sums: got "x"; accepted: only beside --download
            --download d --style all        | --style: got "all"; accepted: one style, where files are downloaded
            --download pom.xml              | --download: got "pom.xml"; accepted: a folder (this is a file)
            --download pom.xml/d            | --download: got "pom.xml/d"; accepted: a folder that can be made
            --download target/d --sums missing http://h/ | --sums: got "missing"; accepted: a file or a URL that can be read
            --download target/d --sums pom.xml http://h/ | --sums: got "pom.xml"; accepted: what sha256sum writes
            --timout 5s           | got "--timout"; accepted: --timeout
            """)
    void badInputGetsOneLineAndStatus2(String arguments, String complaint) {
        assertComplaint(complaint, arguments.split(" "));
    }

    @Test
    void aFileWithoutAUrlIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("urls.txt"), "# nothing but a comment\n");

        assertComplaint("a file with at least one URL (this one has none)", "--input", file.toString());
    }

    private static void assertComplaint(String complaint, String... arguments) {
        Ended ended = Mains.run(arguments);

        assertThat(ended.err().lines()).singleElement().asString().contains(complaint);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(2);
    }
}

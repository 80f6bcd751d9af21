package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LendTest {

    @Test
    void theSiteIsThereUntilTheStandardInputEnds() throws IOException, InterruptedException {
        Process lender = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lend.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = lender.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            String where = said.readLine();
            assertThat(where).startsWith("site=http://127.0.0.1:");
            assertThat(said.readLine()).isEmpty();
            URI uri = URI.create(where.substring("site=".length())).resolve("/status/204");
            assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);

            lender.outputWriter().close();

            assertThat(lender.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            lender.destroyForcibly();
        }
    }
}

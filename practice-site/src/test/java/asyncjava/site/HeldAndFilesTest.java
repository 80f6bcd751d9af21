package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.LeavesNoThreadBehind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/// What the site has to give: answers held back, files with their sums, pages of items.
@LeavesNoThreadBehind
@Timeout(60)
final class HeldAndFilesTest {

    private PracticeSite site;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start();
        client = new Client();
    }

    @AfterEach
    void stop() {
        client.close();
        site.close();
    }

    @Test
    void aHeldAnswerComesWhenItIsReleased() throws InterruptedException {
        assertThat(client.get(site.uri("/release/tea")).body()).isEqualTo("nobody waits for tea\n");
        CompletableFuture<HttpResponse<String>> held = client.begin(site.uri("/held/tea?status=503"));
        await().until(() -> site.account().inFlight() == 1);
        assertThat(held).isNotDone();

        assertThat(client.get(site.uri("/release/tea")).body()).isEqualTo("released tea\n");

        assertThat(held.join().statusCode()).isEqualTo(503);
    }

    @Test
    void everyFileHasTheSizeAndTheSumThatAreSaid() throws IOException, InterruptedException, NoSuchAlgorithmException {
        List<String> lines =
                client.get(site.uri("/files/SHA256SUMS")).body().lines().toList();

        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            String name = line.substring(66);
            byte[] bytes = client.bytes(site.uri("/files/" + name));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .as(name)
                    .isEqualTo(line.substring(0, 64));
        }
        assertThat(client.bytes(site.uri("/files/medium.bin"))).hasSize(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny.bin", "small.bin", "medium.bin", "picture-1.bin"})
    void halfAFileAndTheOtherHalfAreTheWhole(String name) throws IOException, InterruptedException {
        site.hold(name, Mono.empty());

        assertThat(client.bytes(site.uri("/half/" + name))).isEqualTo(client.bytes(site.uri("/files/" + name)));
    }

    @Test
    void aFileMayBeSpreadOverATime() throws IOException, InterruptedException {
        long began = System.nanoTime();

        assertThat(client.bytes(site.uri("/files/picture-1.bin?over=200ms")))
                .isEqualTo(client.bytes(site.uri("/files/picture-1.bin")));
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(200_000_000);
    }

    @Test
    void pagesOfItemsLeadToOneAnotherUntilTheLast() throws IOException, InterruptedException {
        List<Integer> ids = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = new ObjectMapper()
                    .readTree(
                            client.get(site.uri("/api/items?cursor=" + cursor)).body());
            page.get("items").forEach(item -> ids.add(item.get("id").asInt()));
            cursor = page.get("next").isNull() ? "" : page.get("next").asText();
            pages++;
        } while (!cursor.isEmpty());

        assertThat(ids).isEqualTo(IntStream.rangeClosed(1, 95).boxed().toList());
        assertThat(pages).isEqualTo(10);
    }

    @Test
    void aCursorThatNoPageGaveIsRefused() throws InterruptedException {
        for (String cursor : List.of("tea", "YWZ0ZXI6OTk5", "MTA", "%00")) {
            HttpResponse<String> answer = client.get(site.uri("/api/items?cursor=" + cursor));

            assertThat(answer.statusCode()).as(cursor).isEqualTo(400);
            assertThat(answer.body()).contains("no such cursor");
        }
    }
}

package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each path does what the home page says of it.
@LeavesNoThreadBehind
@Timeout(60)
final class MisbehaviourTest {

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
    void delayAnswersNoSoonerThanItSays() throws InterruptedException {
        long began = System.nanoTime();

        assertThat(client.get(site.uri("/delay/150")).body()).isEqualTo("after 150 ms\n");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 304, 404, 418, 503, 599})
    void statusAnswersWithThatStatus(int code) throws InterruptedException {
        assertThat(client.get(site.uri("/status/" + code)).statusCode()).isEqualTo(code);
    }

    @Test
    void flakyFailsSoManyTimesForEachKeyAndThenWorks() throws InterruptedException {
        assertThat(statuses("/flaky/2/tea", 4)).isEqualTo("503 503 200 200");
        assertThat(statuses("/flaky/1/toast", 2)).isEqualTo("503 200");
    }

    @Test
    void busySaysWhenToComeBack() throws InterruptedException {
        HttpResponse<String> first = client.get(site.uri("/busy/1/7/tea"));

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(client.get(site.uri("/busy/1/7/tea")).statusCode()).isEqualTo(200);
    }

    @Test
    void theCatalogueFailsAtFirstWhereItSaysSoForEachVisit() throws InterruptedException {
        assertThat(statuses("/catalogue/6?visit=tea", 2)).isEqualTo("503 200");
        assertThat(statuses("/catalogue/6?visit=toast", 2)).isEqualTo("503 200");
        assertThat(statuses("/catalogue/4?visit=tea", 1)).isEqualTo("200");
        assertThat(client.get(site.uri("/catalogue/12?visit=tea")).body())
                .contains("<title>Garden lamp, large</title>", "<p class=\"price\">41.20 €</p>", "/catalogue/13");
    }

    @Test
    void theCataloguesNinthPageNeverComes() throws IOException {
        try (Socket socket = ask("/catalogue/9")) {
            socket.setSoTimeout(100);

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void muteTakesTheRequestAndSaysNothing() throws IOException {
        try (Socket socket = ask("/mute")) {
            await().until(() -> site.account().inFlight() == 1);
            socket.setSoTimeout(100);

            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        await().until(() -> site.account().abandoned() == 1 && site.account().inFlight() == 0);
    }

    @Test
    void stallSendsItsHeadersAndNothingElse() throws IOException {
        try (Socket socket = ask("/stall")) {
            socket.setSoTimeout(10_000);
            InputStream in = socket.getInputStream();

            assertThat(readHeaders(in)).startsWith("HTTP/1.1 200").contains("content-length: 1000");
            socket.setSoTimeout(100);
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void dripSendsAByteAtATime() throws IOException {
        long began = System.nanoTime();
        try (Socket socket = ask("/drip/3/30")) {
            InputStream in = socket.getInputStream();
            assertThat(readHeaders(in)).contains("content-length: 3");

            assertThat(new byte[] {(byte) in.read(), (byte) in.read(), (byte) in.read()})
                    .isEqualTo("...".getBytes(StandardCharsets.US_ASCII));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
        }
    }

    @Test
    void resetBreaksTheConnection() throws IOException {
        try (Socket socket = ask("/reset")) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        await().until(() -> site.account().openConnections() == 0);
    }

    @Test
    void endlessGoesOnAsLongAsSomebodyReads() throws IOException {
        try (Socket socket = ask("/endless")) {
            assertThat(socket.getInputStream().readNBytes(5_000_000)).hasSize(5_000_000);
        }
        await().until(() -> site.account().inFlight() == 0);
    }

    @Test
    void aHeadHasNoBodyAndHoldsUpNobody() throws IOException, InterruptedException {
        for (String path : List.of("/endless", "/files/large.bin", "/status/200")) {
            assertThat(client.head(site.uri(path)).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(client.get(site.uri("/delay/1")).statusCode()).isEqualTo(200);
        assertThat(site.account().inFlight()).isZero();
    }

    @Test
    void whatCannotBeDecodedIsRefusedAndNotCountedAsUnderWay() throws IOException {
        for (String path : List.of("/%zz", "/held/tea?status=%x")) {
            try (Socket socket = ask(path)) {
                assertThat(readHeaders(socket.getInputStream())).startsWith("HTTP/1.1 400");
            }
        }
        await().until(() -> site.account().inFlight() == 0);
    }

    @Test
    void echoKeepsEveryCharacterAndEveryHeader() throws IOException, InterruptedException {
        String text = "ü".repeat(30_000);

        assertThat(client.post(site.uri("/echo"), text).body()).contains(text);
    }

    @Test
    void redirectsLeadOnSoManyTimesOrInACircle() throws InterruptedException {
        assertThat(location("/redirect/2")).isEqualTo("/redirect/1");
        assertThat(location("/redirect/1")).isEqualTo("/redirect/0");
        assertThat(client.get(site.uri("/redirect/0")).statusCode()).isEqualTo(200);
        assertThat(location("/redirect-loop")).isEqualTo("/redirect-loop");
    }

    @Test
    void echoSaysWhatTheRequestWas() throws IOException, InterruptedException {
        HttpResponse<String> echo = client.post(site.uri("/echo?a=b"), "tea, please");

        assertThat(echo.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(echo.body()).contains("\"POST\"", "/echo?a=b", "tea, please", "Java-http-client");
    }

    @Test
    void cutSaysHowLongTheFileIsAndSendsHalf() throws IOException {
        try (Socket socket = ask("/cut/medium.bin")) {
            InputStream in = socket.getInputStream();
            assertThat(readHeaders(in)).contains("content-length: 1000000");

            assertThatThrownBy(in::readAllBytes).isInstanceOf(SocketException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /delay/soon        | ms: got "soon"; accepted: a whole number from 0 to 3600000
            /delay             | ms: got ""; accepted: a whole number from 0 to 3600000
            /delay/-1          | ms: got "-1"; accepted: a whole number from 0 to 3600000
            /status/99         | code: got "99"; accepted: a whole number from 200 to 599
            /flaky/1           | key: got ""; accepted: any word, which counts by itself
            /catalogue/21      | page: got "21"; accepted: a whole number from 1 to 20
            /drip/0/1          | bytes: got "0"; accepted: a whole number from 1 to 1000000
            /held/x?status=tea | status: got "tea"; accepted: a whole number from 200 to 599
            /files/tiny.bin?over=soon | over: got "soon"; accepted: a number with a unit, such as 300ms, 2s or 1.5m
            """)
    void whatAPathDoesNotTakeIsRefusedInOneLine(String path, String complaint) throws InterruptedException {
        HttpResponse<String> answer = client.get(site.uri(path));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo(complaint + "\n");
    }

    @Test
    void aPathThatIsNotThereSaysWhereToFindThoseThatAre() throws InterruptedException {
        HttpResponse<String> answer = client.get(site.uri("/tea"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("no such path: /tea; / explains them all\n");
    }

    private String statuses(String path, int times) throws InterruptedException {
        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < times; i++) {
            statuses.append(client.get(site.uri(path)).statusCode()).append(' ');
        }
        return statuses.toString().strip();
    }

    private String location(String path) throws InterruptedException {
        HttpResponse<String> answer = client.get(site.uri(path));
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow();
    }

    /// Asks by hand, for what a client would not show.
    private Socket ask(String path) throws IOException {
        Socket socket = new Socket(site.uri().getHost(), site.uri().getPort());
        OutputStream out = socket.getOutputStream();
        out.write("GET %s HTTP/1.1\r\nHost: site\r\n\r\n".formatted(path).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    private static String readHeaders(InputStream in) throws IOException {
        StringBuilder headers = new StringBuilder();
        while (headers.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection ended within the headers: " + headers);
            }
            headers.append((char) next);
        }
        return headers.toString();
    }
}

package asyncjava.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import asyncjava.requests.Result.Answered;
import asyncjava.requests.Result.Failed;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every style promises; the practice site's own account is believed, not the client. Each style has a test of its
/// own name that extends this, so that a failure says which style.
@LeavesNoThreadBehind
@Timeout(120)
abstract class FetcherContract {

    private static final Limits PATIENT = new Limits(10, Duration.ofMinutes(1));
    private static final Limits HASTY = new Limits(10, Duration.ofSeconds(3));

    private final Timeline timeline = Timeline.start();
    private final Gate gate = Gate.closed();
    private PracticeSite site;

    abstract Fetcher open(Limits limits);

    /// How many requests are under way when there are more than may be.
    abstract int underWay(int limit);

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start();
        site.hold("gate", gate.mono());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void anAnswerForEachRequestInTheOrderOfTheRequests() throws InterruptedException {
        List<Result> results =
                fetch(PATIENT, "/delay/40", "/status/404", "/drip/3/1", "/redirect/2", "/files/medium.bin");

        assertThat(results).extracting(FetcherContract::status).containsExactly(200, 404, 200, 200, 200);
        assertThat(results).extracting(Result::bytes).containsExactly(12L, 14L, 3L, 8L, 1_000_000L);
        assertThat(timeline.count(Outcome.OK)).isEqualTo(4);
        assertThat(timeline.count(Outcome.FAILED)).isOne();
    }

    @Test
    void noRequestsNoResults() throws InterruptedException {
        assertThat(fetch(PATIENT)).isEmpty();
    }

    @Test
    void whatFailsSpoilsNothingElseAndSaysWhy() throws InterruptedException, IOException {
        List<Result> results;
        try (Fetcher fetcher = open(HASTY)) {
            results = fetcher.fetchAll(List.of(
                    request(URI.create("http://127.0.0.1:%d/".formatted(portWhereNobodyListens()))),
                    request(site.uri("/reset")),
                    request(site.uri("/cut/medium.bin")),
                    request(URI.create(site.uri("/").toString().replace("http:", "https:"))),
                    request(site.uri("/mute")),
                    request(site.uri("/stall")),
                    request(site.uri("/status/200"))));
        }

        assertThat(results.subList(0, 6))
                .extracting(FetcherContract::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).isEqualTo("connection refused"),
                        reason -> assertThat(reason).isEqualTo("connection broke off: no answer had come"),
                        reason -> assertThat(reason).matches("connection broke off: status 200 and .* had come"),
                        // By whether its plain answer is read, or the end of the connection seen, first.
                        reason -> assertThat(reason).matches("(no secure connection|connection broke off): .*"),
                        reason -> assertThat(reason).isEqualTo("timed out after 3 s: no answer had come"),
                        reason -> assertThat(reason)
                                .isEqualTo("timed out after 3 s: status 200 and 0 B of the body had come"));
        assertThat(status(results.getLast())).isEqualTo(200);
    }

    @Test
    void aHostThatNobodyKnowsIsNamedSo() throws InterruptedException {
        try (Fetcher fetcher = open(PATIENT)) {
            List<Result> results = fetcher.fetchAll(List.of(request(URI.create("http://no-such-host.invalid/"))));

            assertThat(reason(results.getFirst())).isEqualTo("unknown host");
        }
    }

    @Test
    void aServerThatSpeaksSomethingElseIsToldInTheSameWords() throws InterruptedException, IOException {
        try (ServerSocket ssh = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Fetcher fetcher = open(PATIENT)) {
            Thread server = Thread.ofPlatform().daemon().start(() -> greet(ssh));

            List<Result> results = fetcher.fetchAll(
                    List.of(request(URI.create("http://127.0.0.1:%d/".formatted(ssh.getLocalPort())))));

            assertThat(reason(results.getFirst())).isEqualTo("what came is no answer in HTTP");
            server.join();
        }
    }

    /// Waits for the end of the request, and then speaks as another kind of server does.
    private static void greet(ServerSocket server) {
        try (Socket client = server.accept()) {
            InputStream in = client.getInputStream();
            for (int newlines = 0; newlines < 2; ) {
                int next = in.read();
                newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
            }
            client.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatHasEndedStaysAsItEnded() throws InterruptedException, IOException {
        Transfer transfer = request(site.uri("/")).begin(Duration.ofSeconds(1));
        transfer.expect(200, 0);

        assertThat(transfer.end().isOk()).isTrue();
        assertThat(transfer.fail(new TimeoutException()).isOk()).isTrue();
    }

    @Test
    void theTimeLimitCoversTheBodyAndClosesItsConnection() throws InterruptedException {
        try (Fetcher fetcher = open(HASTY)) {
            List<Result> results = fetcher.fetchAll(requests("/drip/1000000/20", "/endless", "/stall", "/mute"));

            assertThat(results).allSatisfy(result -> assertThat(reason(result)).startsWith("timed out after 3 s"));
            await().untilAsserted(() -> {
                assertThat(site.account().openConnections()).isZero();
                assertThat(site.account().abandoned()).isEqualTo(4);
            });
        }
    }

    @Test
    void theTimeOfARequestBeginsWhenItsTurnHasCome() throws InterruptedException {
        Limits oneAtATime = new Limits(1, Duration.ofSeconds(2));

        List<Result> results =
                fetch(oneAtATime, Collections.nCopies(8, "/delay/300").toArray(String[]::new));

        assertThat(results).allMatch(Result::isOk);
        assertThat(timeline.makespan()).isGreaterThan(oneAtATime.timeout());
    }

    @Test
    void asManyAreUnderWayAsMayBe() throws InterruptedException {
        try (Fetcher fetcher = open(new Limits(5, Duration.ofMinutes(1)));
                Caller<List<Result>> caller = Caller.of(() -> fetcher.fetchAll(
                        requests(Collections.nCopies(12, "/held/gate").toArray(String[]::new))))) {
            for (int answered = 0; answered < 12; answered++) {
                gate.awaitInside(Math.min(underWay(5), 12 - answered));
                gate.openOne();
            }

            assertThat(caller.result()).allMatch(Result::isOk);
            assertThat(site.account().peakInFlight()).isEqualTo(underWay(5));
        }
    }

    @Test
    void neverAreMoreUnderWayThanMayBe() throws InterruptedException {
        fetch(
                new Limits(3, Duration.ofMinutes(1)),
                Collections.nCopies(300, "/delay/1").toArray(String[]::new));

        assertThat(site.account().peakInFlight()).isLessThanOrEqualTo(3);
        assertThat(timeline.peakInFlight()).isLessThanOrEqualTo(3);
    }

    @Test
    void aConnectionServesManyRequests() throws InterruptedException {
        fetch(
                new Limits(1, Duration.ofMinutes(1)),
                Collections.nCopies(50, "/status/200").toArray(String[]::new));

        // Usually one; but a client may take a moment to have it back.
        assertThat(site.account().connections()).isLessThan(25);
    }

    @Test
    void noConnectionIsOpenWhenItIsClosed() throws InterruptedException {
        fetch(PATIENT, "/status/200", "/delay/20", "/redirect/1", "/files/medium.bin", "/reset");

        await().untilAsserted(() -> assertThat(site.account().openConnections()).isZero());
    }

    @Test
    void anInterruptBreaksOffWhatIsUnderWayAndBeginsNoMore() throws InterruptedException {
        try (Fetcher fetcher = open(new Limits(2, Duration.ofMinutes(1)));
                Caller<List<Result>> caller =
                        Caller.of(() -> fetcher.fetchAll(requests("/held/gate", "/held/gate", "/held/gate")))) {
            gate.awaitInside(underWay(2));

            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
            gate.awaitEmpty();
            assertThat(gate.entered()).isEqualTo(underWay(2));
            assertThat(timeline.count(Outcome.CANCELLED)).isEqualTo(underWay(2));
            await().untilAsserted(
                            () -> assertThat(site.account().openConnections()).isZero());
        }
    }

    @Test
    void redirectsAreFollowedFourTimesAndNotWithoutEnd() throws InterruptedException {
        List<Result> results = fetch(PATIENT, "/redirect/4", "/redirect/5", "/redirect-loop");

        assertThat(results).extracting(FetcherContract::status).containsExactly(200, 302, 302);
    }

    @Test
    void aBodyThatCannotBeKeptIsAFailureAndIsNotReadOn() throws InterruptedException {
        Destination full = () -> new Destination.Sink() {
            @Override
            public void expect(int status, long length) {}

            @Override
            public void write(ByteBuffer piece) throws IOException {
                throw new UnusableBody("the disk is full");
            }

            @Override
            public void finish() {}

            @Override
            public void abandon() {}
        };
        try (Fetcher fetcher = open(PATIENT)) {
            List<Result> results = fetcher.fetchAll(List.of(
                    new Request("endless", site.uri("/endless"), full, timeline), request(site.uri("/delay/1"))));

            assertThat(reason(results.getFirst())).isEqualTo("the disk is full");
            assertThat(results.getLast().isOk()).isTrue();
            await().untilAsserted(() -> assertThat(site.account().abandoned()).isOne());
        }
    }

    @Test
    void aLongRowOfFailuresIsNoDeepStack() throws InterruptedException, IOException {
        URI nobody = URI.create("http://127.0.0.1:%d/".formatted(portWhereNobodyListens()));
        try (Fetcher fetcher = open(new Limits(1, Duration.ofMinutes(1)))) {
            List<Result> results = fetcher.fetchAll(Collections.nCopies(3_000, request(nobody)));

            assertThat(results).hasSize(3_000).allMatch(Failed.class::isInstance);
        }
    }

    private List<Result> fetch(Limits limits, String... paths) throws InterruptedException {
        try (Fetcher fetcher = open(limits)) {
            return fetcher.fetchAll(requests(paths));
        }
    }

    private List<Request> requests(String... paths) {
        return Stream.of(paths).map(path -> request(site.uri(path))).toList();
    }

    private Request request(URI uri) {
        return new Request(uri.getPath(), uri, Destination.NOWHERE, timeline);
    }

    private static int status(Result result) {
        return result instanceof Answered answered ? answered.status() : -1;
    }

    private static String reason(Result result) {
        return result instanceof Failed failed ? failed.reason() : result.toString();
    }

    private static int portWhereNobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package asyncjava.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Timeline;
import asyncjava.scraper.Outcome.Clock;
import asyncjava.scraper.Outcome.Failed;
import asyncjava.scraper.Outcome.Refused;
import asyncjava.scraper.Outcome.Scraped;
import asyncjava.scraper.Outcome.TimedOut;
import asyncjava.site.Account.Visit;
import asyncjava.site.PracticeSite;
import asyncjava.site.SiteOptions;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What every style promises; the practice site's own account is believed, not the client. Each style has a test of its
/// own name that extends this, so that a failure says which style.
@LeavesNoThreadBehind
@Timeout(120)
abstract class ScraperContract {

    /// Where nothing is to be waited for.
    private static final Limits QUICK = Limits.DEFAULT
            .withAtOnce(20)
            .withPerSecond(100_000)
            .withTimeout(Duration.ofMinutes(1))
            .withRetries(0);

    private static final Duration SHORT = Duration.ofSeconds(4);

    private final Timeline timeline = Timeline.start();
    private final Gate gate = Gate.closed();
    private PracticeSite site;

    abstract Style style();

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start(SiteOptions.DEFAULT.withPages(40));
        site.hold("gate", gate.mono());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void everyPageIsReadInItsOwnCharset() throws InterruptedException {
        List<URI> pages = site.linked().pages().toList();

        Map<URI, Result> results = scrape(QUICK, pages);

        assertThat(results).hasSize(40);
        for (URI page : pages) {
            assertThat(page(results, page).title()).isEqualTo(site.linked().title(page));
        }
    }

    @Test
    void titleHeadingsLinksAndASelectionAreFound() throws InterruptedException {
        URI uri = site.uri("/catalogue/12");

        Page page = page(scrape(QUICK, List.of(uri)), uri);

        assertThat(page.title()).isEqualTo("Garden lamp, large");
        assertThat(page.headings()).containsExactly("Garden lamp, large", "See also");
        assertThat(page.links())
                .containsExactly(
                        site.uri("/catalogue").toString(),
                        site.uri("/catalogue/13").toString(),
                        site.uri("/catalogue/14").toString());
        assertThat(page.selected()).containsExactly("41.20 €");
    }

    @Test
    void noPagesNoResults() throws InterruptedException {
        assertThat(scrape(QUICK, List.of())).isEmpty();
    }

    @Test
    void whatFailsSpoilsNothingElseAndSaysWhy() throws InterruptedException, IOException {
        URI nobody = URI.create("http://127.0.0.1:%d/".formatted(portWhereNobodyListens()));
        URI unknown = URI.create("http://no-such-host.invalid/");
        URI secure = URI.create(site.uri("/").toString().replace("http:", "https:"));
        List<URI> pages = new ArrayList<>(List.of(nobody, unknown, secure));
        Stream.of(
                        "/status/404",
                        "/api/items",
                        "/endless",
                        "/redirect-loop",
                        "/reset",
                        "/cut/medium.bin",
                        "/catalogue/1")
                .map(site::uri)
                .forEach(pages::add);

        Map<URI, Result> results = scrape(QUICK, pages);

        assertThat(pages.stream().map(page -> Failures.inWords(outcome(results, page))))
                .satisfiesExactly(
                        words -> assertThat(words).isEqualTo("connection refused"),
                        words -> assertThat(words).isEqualTo("unknown host"),
                        // By whether its plain answer is read, or the end of the connection seen, first.
                        words -> assertThat(words).matches("no secure connection: .*|connection broke off"),
                        words -> assertThat(words).isEqualTo("status 404"),
                        words -> assertThat(words).isEqualTo("no page but application/json"),
                        words -> assertThat(words).isEqualTo("no page but text/plain"),
                        words -> assertThat(words).isEqualTo("redirected more than 5 times"),
                        words -> assertThat(words).isEqualTo("connection broke off"),
                        words -> assertThat(words).isEqualTo("no page but application/octet-stream"),
                        words -> assertThat(words).isEmpty());
    }

    @Test
    void aRedirectIsFollowedToWhereLinksAreAbsoluteFrom() throws InterruptedException {
        URI moved = site.uri("/moved/0.html");

        Page page = page(scrape(QUICK, List.of(moved)), moved);

        assertThat(page.uri()).isEqualTo(site.uri("/pages/0.html"));
        assertThat(page.links()).allMatch(link -> URI.create(link).isAbsolute());
    }

    @Test
    void redirectsTakeTheirPermitsOneAfterAnother() throws InterruptedException {
        URI page = site.uri("/redirect/5");

        Map<URI, Result> results = scrape(QUICK.withAtOnce(1), List.of(page));

        assertThat(Failures.inWords(outcome(results, page))).isEqualTo("no page but text/plain");
        assertThat(site.account().requests()).isEqualTo(6);
    }

    /// Each is asked for ever, if the deadline does not end it; how soon is measured in a benchmark.
    @Test
    void whateverTheServerDoesTheDeadlineEndsItAndClosesTheConnection() throws InterruptedException {
        List<URI> pages = Stream.of("/mute", "/stall", "/drip/100000/10", "/delay/3600000", "/catalogue/9")
                .map(site::uri)
                .toList();
        try (Scraper scraper = open(QUICK.withTimeout(SHORT))) {
            Map<URI, Outcome> outcomes = new ConcurrentHashMap<>();
            scraper.scrapeAll(pages, result -> outcomes.put(result.uri(), result.outcome()));

            assertThat(pages.stream().map(outcomes::get))
                    .containsExactly(
                            new TimedOut(Clock.FIRST_BYTE, SHORT),
                            new TimedOut(Clock.WHOLE, SHORT),
                            new TimedOut(Clock.WHOLE, SHORT),
                            new TimedOut(Clock.FIRST_BYTE, SHORT),
                            new TimedOut(Clock.FIRST_BYTE, SHORT));
            await().untilAsserted(
                            () -> assertThat(site.account().openConnections()).isZero());
        }
    }

    /// The queue of a socket that nobody accepts from is full after a few connections; Linux then lets the next ones
    /// wait.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theClockForTheConnectionIsNamed() throws IOException, InterruptedException {
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), deaf.getLocalPort()));
                waiting.add(channel);
            }
            URI uri = URI.create("http://127.0.0.1:%d/".formatted(deaf.getLocalPort()));
            Duration minute = Duration.ofMinutes(1);
            Limits halfASecondToConnect = new Limits(1, 1, minute, minute, Duration.ofMillis(500), minute, 1_000, 0);

            Map<URI, Result> results = scrape(halfASecondToConnect, List.of(uri));

            assertThat(outcome(results, uri)).isEqualTo(new TimedOut(Clock.CONNECT, Duration.ofMillis(500)));
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void aWaiterForAPermitHasAClockAndReturnsItsPlaceWhenItGivesUp() throws InterruptedException {
        Limits one = QUICK.withAtOnce(1).withWaits(Duration.ofSeconds(1), Duration.ofMinutes(1));
        URI held = site.uri("/held/gate");
        URI page = site.uri("/catalogue/1");
        Map<URI, Outcome> outcomes = new ConcurrentHashMap<>();
        Consumer<Result> keep = result -> outcomes.put(result.uri(), result.outcome());
        try (Scraper scraper = open(one);
                Caller<Boolean> holder = Caller.of(() -> {
                    scraper.scrapeAll(List.of(held), keep);
                    return true;
                })) {
            gate.awaitInside(1);

            scraper.scrapeAll(List.of(page), keep);
            assertThat(outcomes.get(page)).isEqualTo(new TimedOut(Clock.PERMIT, Duration.ofSeconds(1)));

            gate.open();
            assertThat(holder.result()).isTrue();
            scraper.scrapeAll(List.of(page), keep);
            assertThat(outcomes.get(page)).isInstanceOf(Scraped.class);
        }
    }

    @Test
    void aWaiterForTheRateHasAClock() throws InterruptedException {
        Limits seldom =
                QUICK.withAtOnce(1).withPerSecond(0.001).withWaits(Duration.ofMinutes(1), Duration.ofSeconds(1));

        Map<URI, Result> results = scrape(seldom, catalogue(3));

        assertThat(results.values().stream().map(Result::outcome))
                .filteredOn(Scraped.class::isInstance)
                .hasSize(1);
        assertThat(results.values().stream().map(Result::outcome))
                .filteredOn(new TimedOut(Clock.RATE, Duration.ofSeconds(1))::equals)
                .hasSize(2);
    }

    @Test
    void asManyAreUnderWayAsMayBe() throws InterruptedException {
        try (Scraper scraper = open(QUICK.withAtOnce(3));
                Caller<Boolean> caller = Caller.of(() -> {
                    scraper.scrapeAll(held(8), _ -> {});
                    return true;
                })) {
            for (int answered = 0; answered < 8; answered++) {
                gate.awaitInside(Math.min(3, 8 - answered));
                gate.openOne();
            }

            assertThat(caller.result()).isTrue();
            assertThat(site.account().peakInFlight()).isEqualTo(3);
        }
    }

    @Test
    void neverAreMoreUnderWayThanMayBe() throws InterruptedException {
        List<URI> pages = IntStream.range(0, 300)
                .mapToObj(i -> site.uri("/delay/1?i=" + i))
                .toList();

        assertThat(scrape(QUICK.withAtOnce(3), pages)).hasSize(300);

        assertThat(site.account().peakInFlight()).isLessThanOrEqualTo(3);
    }

    @Test
    void inNoSecondAreThereMoreThanTheRateAndTheBurst() throws InterruptedException {
        List<URI> pages = IntStream.range(0, 60)
                .mapToObj(i -> site.uri("/status/200?i=" + i))
                .toList();

        assertThat(scrape(QUICK.withAtOnce(2).withPerSecond(20), pages)).hasSize(60);

        // Those that were on their way when the second began may be seen late: no more than there may be at once.
        List<Long> times =
                site.account().visits().stream().map(Visit::nanos).sorted().toList();
        assertThat(times).hasSize(60);
        for (long begin : times) {
            assertThat(times.stream()
                            .filter(time -> time >= begin && time < begin + TimeUnit.SECONDS.toNanos(1))
                            .count())
                    .isLessThanOrEqualTo(20 + 2 + 2);
        }
    }

    @Test
    void hostsHaveTheirOwnPermits() throws IOException, InterruptedException {
        try (PracticeSite other = PracticeSite.start();
                Scraper scraper = open(QUICK.withAtOnce(1));
                Caller<Boolean> caller = Caller.of(() -> {
                    scraper.scrapeAll(held(2), _ -> {});
                    return true;
                })) {
            gate.awaitInside(1);

            Map<URI, Outcome> outcomes = new ConcurrentHashMap<>();
            scraper.scrapeAll(
                    List.of(other.uri("/catalogue/1")), result -> outcomes.put(result.uri(), result.outcome()));

            assertThat(outcomes.values()).hasOnlyElementsOfType(Scraped.class);
            gate.open();
            assertThat(caller.result()).isTrue();
        }
    }

    @Test
    void aStatusIsBelievedHoweverLongItsBodyIs() throws InterruptedException, IOException {
        String busy = "HTTP/1.1 503 x\r\nRetry-After: 7\r\nContent-Length: 9000000\r\n\r\n" + "x".repeat(9_000_000);
        try (RawServer server = new RawServer(_ -> busy)) {
            URI page = server.uri("/");

            assertThat(outcome(scrape(QUICK, List.of(page)), page))
                    .isEqualTo(new Refused(503, Optional.of(Duration.ofSeconds(7))));
        }
    }

    @Test
    void aPageWithoutEndIsReadToItsLimit() throws InterruptedException, IOException {
        String page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + "and so on, ".repeat(10_000);
        try (RawServer server = new RawServer(_ -> page)) {
            URI endless = server.uri("/");

            assertThat(Failures.inWords(outcome(scrape(QUICK.withLargestBody(100_000), List.of(endless)), endless)))
                    .isEqualTo("larger than 100,000 bytes");
        }
    }

    /// What follows it is the page, and must not become the next one's.
    @Test
    void anInterimAnswerMixesUpNoPages() throws InterruptedException, IOException {
        String hints = "HTTP/1.1 103 Early Hints\r\n\r\n";
        String ok = "HTTP/1.1 200 OK\r\nContent-Length: 17\r\n\r\n<title>";
        try (RawServer server = new RawServer(path -> hints + ok + path + "</title>")) {
            List<URI> pages = List.of(server.uri("/a"), server.uri("/b"), server.uri("/c"));

            Map<URI, Result> results = scrape(QUICK.withAtOnce(1), pages);

            for (URI page : pages) {
                if (outcome(results, page) instanceof Scraped scraped) {
                    assertThat(scraped.page().title()).isEqualTo(page.getPath());
                }
            }
        }
    }

    @Test
    void aQueryAloneLeadsToTheSamePage() throws InterruptedException, IOException {
        try (RawServer server = new RawServer(path -> path.equals("/shop?page=1")
                ? "HTTP/1.1 302 Found\r\nLocation: ?page=2 and 3\r\nContent-Length: 0\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            URI page = server.uri("/shop?page=1");

            assertThat(page(scrape(QUICK, List.of(page)), page).uri()).isEqualTo(server.uri("/shop?page=2%20and%203"));
        }
    }

    @Test
    void whatMayGoBetterIsTriedAgain() throws InterruptedException {
        URI flaky = site.uri("/catalogue/6?visit=again");
        URI gone = site.uri("/status/404");
        URI down = site.uri("/status/500");

        Map<URI, Result> results = scrape(QUICK.withRetries(2), List.of(flaky, gone, down));

        assertThat(results.get(flaky)).matches(Result::isScraped).returns(2, Result::attempts);
        assertThat(results.get(gone)).returns(1, Result::attempts);
        assertThat(results.get(down))
                .returns(3, Result::attempts)
                .returns(new Refused(500, Optional.empty()), Result::outcome);
    }

    @Test
    void aServerThatSaysWhenToComeBackIsBelieved() throws InterruptedException {
        URI busy = site.uri("/busy/1/1/tea");

        Map<URI, Result> results = scrape(QUICK.withRetries(1), List.of(busy));

        assertThat(result(results, busy).attempts()).isEqualTo(2);
        List<Long> times = site.account().visits().stream().map(Visit::nanos).toList();
        assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void inATotalOutageTheRetriesStayWithinTheirBudget() throws InterruptedException {
        List<URI> pages = IntStream.range(0, 300)
                .mapToObj(i -> site.uri("/status/503?i=" + i))
                .toList();

        assertThat(scrape(QUICK.withRetries(5), pages).values()).allMatch(result -> !result.isScraped());

        assertThat(site.account().requests()).isEqualTo(300 + RetryBudget.FULL / RetryBudget.A_RETRY);
    }

    @Test
    void resultsAreHandedOnOneAtATime() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger peak = new AtomicInteger();
        try (Scraper scraper = open(QUICK)) {
            scraper.scrapeAll(site.linked().pages().toList(), _ -> {
                peak.accumulateAndGet(inside.incrementAndGet(), Math::max);
                // Until all the others could be here as well.
                await().until(() ->
                        site.account().requests() == 40 && site.account().inFlight() == 0);
                inside.decrementAndGet();
            });
        }

        assertThat(peak).hasValue(1);
    }

    @Test
    void noConnectionIsOpenWhenItIsClosed() throws InterruptedException {
        scrape(
                QUICK,
                Stream.of("/catalogue/1", "/redirect/2", "/reset", "/status/500")
                        .map(site::uri)
                        .toList());

        await().untilAsserted(() -> assertThat(site.account().openConnections()).isZero());
    }

    @Test
    void anInterruptBreaksOffWhatIsUnderWayAndBeginsNoMore() throws InterruptedException {
        try (Scraper scraper = open(QUICK.withAtOnce(2));
                Caller<Boolean> caller = Caller.of(() -> {
                    scraper.scrapeAll(held(10), _ -> {});
                    return true;
                })) {
            gate.awaitInside(2);

            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
            gate.awaitEmpty();
            assertThat(gate.entered()).isEqualTo(2);
            await().untilAsserted(
                            () -> assertThat(site.account().openConnections()).isZero());
        }
    }

    @Test
    void aLongRowOfFailuresIsNoDeepStack() throws InterruptedException, IOException {
        int port = portWhereNobodyListens();
        List<URI> pages = IntStream.range(0, 3_000)
                .mapToObj(i -> URI.create("http://127.0.0.1:%d/%d".formatted(port, i)))
                .toList();

        assertThat(scrape(QUICK.withAtOnce(1), pages).values())
                .hasSize(3_000)
                .allMatch(result -> result.outcome() instanceof Failed);
    }

    private Scraper open(Limits limits) {
        return style().open(limits, new Extraction(Optional.of(".price")), timeline);
    }

    private Map<URI, Result> scrape(Limits limits, List<URI> pages) throws InterruptedException {
        Map<URI, Result> results = new ConcurrentHashMap<>();
        try (Scraper scraper = open(limits)) {
            scraper.scrapeAll(pages, result -> results.put(result.uri(), result));
        }
        return results;
    }

    private List<URI> held(int pages) {
        return IntStream.range(0, pages)
                .mapToObj(i -> site.uri("/held/gate?i=" + i))
                .toList();
    }

    private List<URI> catalogue(int pages) {
        return IntStream.rangeClosed(1, pages)
                .mapToObj(i -> site.uri("/catalogue/" + i))
                .toList();
    }

    private static Result result(Map<URI, Result> results, URI page) {
        return Objects.requireNonNull(results.get(page), "no result");
    }

    private static Outcome outcome(Map<URI, Result> results, URI page) {
        return result(results, page).outcome();
    }

    private static Page page(Map<URI, Result> results, URI page) {
        assertThat(outcome(results, page)).isInstanceOf(Scraped.class);
        return ((Scraped) outcome(results, page)).page();
    }

    private static int portWhereNobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

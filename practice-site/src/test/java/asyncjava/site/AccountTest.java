package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The site's account is what other tests believe, so it has to be right.
@LeavesNoThreadBehind
@Timeout(60)
final class AccountTest {

    private final Gate gate = Gate.closed();
    private PracticeSite site;
    private Account account;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        site = PracticeSite.start(SiteOptions.DEFAULT.withHosts(2));
        account = site.account();
        client = new Client();
        site.hold("gate", gate.mono());
    }

    @AfterEach
    void stop() {
        client.close();
        site.close();
    }

    @Test
    void requestsAreCountedByPathWhateverTheirQueryAndByHost() throws InterruptedException {
        client.get(site.uri("/status/200"));
        client.get(site.uri("/status/200?again"));
        client.get(site.hosts().get(1).resolve("/status/404"));

        assertThat(account.requests()).isEqualTo(3);
        assertThat(account.requests("/status/200")).isEqualTo(2);
        assertThat(account.requests("/status/500")).isZero();
        assertThat(account.visits())
                .extracting(Account.Visit::uri)
                .containsExactly("/status/200", "/status/200?again", "/status/404");
        assertThat(account.visits())
                .extracting(Account.Visit::host)
                .containsExactly(site.uri(), site.uri(), site.hosts().get(1));
        assertThat(account.visits()).extracting(Account.Visit::nanos).isSorted();
    }

    @Test
    void thePeakIsTheMostThatWereUnderWayAtOnceInAllAndByHostAndPath() throws InterruptedException {
        var _ = client.begin(site.uri("/held/gate"));
        var _ = client.begin(site.uri("/held/gate"));
        var _ = client.begin(site.hosts().get(1).resolve("/held/gate"));
        gate.awaitInside(3);

        assertThat(account.inFlight()).isEqualTo(3);
        gate.open();

        await().until(() -> account.inFlight() == 0);
        client.get(site.uri("/status/200"));
        assertThat(account.peakInFlight()).isEqualTo(3);
        assertThat(account.peakInFlight("/held/gate")).isEqualTo(3);
        assertThat(account.peakInFlight(site.uri())).isEqualTo(2);
        assertThat(account.peakInFlight(site.hosts().get(1))).isOne();
    }

    @Test
    void whoAsksAgainAfterAnAnswerIsNeverCountedTwice() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            client.get(site.uri("/status/200"));
        }

        assertThat(account.peakInFlight()).isOne();
    }

    @Test
    void aClientThatGoesAwayHasAbandonedItsRequest() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> request = client.begin(site.uri("/held/gate"));
        gate.awaitInside(1);

        request.cancel(true);

        gate.awaitEmpty();
        await().until(() -> account.abandoned() == 1 && account.inFlight() == 0 && account.openConnections() == 0);
    }

    @Test
    void connectionsAreCountedWhileTheyAreOpen() throws InterruptedException {
        client.get(site.uri("/status/200"));

        assertThat(account.openConnections()).isOne();
        assertThat(account.connections()).isOne();
        client.close();
        await().until(() -> account.openConnections() == 0);
        assertThat(account.connections()).isOne();
    }

    @Test
    void aResetBeginsAnewAndKeepsWhatIsUnderWay() throws IOException, InterruptedException {
        var _ = client.begin(site.uri("/held/gate"));
        client.get(site.uri("/flaky/1/tea"));
        gate.awaitInside(1);

        assertThat(client.get(site.uri("/stats/reset")).statusCode()).isEqualTo(405);
        assertThat(client.post(site.uri("/stats/reset"), "").statusCode()).isEqualTo(200);

        assertThat(account.requests()).isZero();
        assertThat(account.inFlight()).isOne();
        assertThat(account.peakInFlight("/held/gate")).isOne();
        assertThat(client.get(site.uri("/flaky/1/tea")).statusCode()).isEqualTo(503);
        gate.open();
        await().until(() -> account.inFlight() == 0);
        assertThat(account.requests()).isOne();
    }

    @Test
    void statsShowsTheSameAsJsonAndIsNotCounted() throws IOException, InterruptedException {
        client.get(site.uri("/status/200"));
        client.get(site.uri("/status/200"));

        JsonNode stats =
                new ObjectMapper().readTree(client.get(site.uri("/stats")).body());

        assertThat(stats.get("requests").asInt()).isEqualTo(2);
        assertThat(stats.get("peakInFlight").asInt()).isOne();
        assertThat(stats.get("openConnections").asInt()).isOne();
        assertThat(stats.at("/hosts").get(site.uri().toString()).get("requests").asInt())
                .isEqualTo(2);
        assertThat(stats.at("/paths").get("/status/200").get("atMillis")).hasSize(2);
        assertThat(stats.get("per100Millis"))
                .extracting(JsonNode::asInt)
                .satisfies(slots -> assertThat(
                                slots.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(2));
    }
}

package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@LeavesNoThreadBehind
class KeptConnectionTest {

    private static final int ROUNDS = 2_000;

    @Test
    void anAnswerLetGoByAnotherThreadLosesNoRequestThatFollows() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                Client client = new Client()) {
            for (int i = 0; i < ROUNDS; i++) {
                Gate gate = Gate.closed();
                site.hold("tea", gate.mono());
                var held = client.begin(site.uri("/held/tea"));
                gate.awaitInside(1);
                gate.open();
                assertThat(held.join().statusCode()).isEqualTo(200);
                assertThat(client.get(site.uri("/api/items")).statusCode()).isEqualTo(200);
            }
            assertThat(site.account().requests("/held/tea")).isEqualTo(ROUNDS);
            assertThat(site.account().connections()).isEqualTo(1);
        }
    }
}

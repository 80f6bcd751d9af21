package asyncjava.site;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@LeavesNoThreadBehind
final class CloseTest {

    /// As after Ctrl-C.
    @Test
    void aThreadThatIsInterruptedCanCloseItAndStaysInterrupted() throws IOException, InterruptedException {
        PracticeSite site = PracticeSite.start();
        try (Client client = new Client()) {
            client.get(site.uri("/status/200"));
            Thread.currentThread().interrupt();

            site.close();

            assertThat(Thread.interrupted()).isTrue();
        }
    }
}

package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OneClientTest extends SiteTest {

    static Stream<Named<OneClient.Way>> ways() {
        return Stream.of(
                Named.of("java.net.http", OneClient::withOneClient),
                Named.of("Reactor Netty", OneClient::withOneReactiveClient));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void oneClientSendsAllOverOneConnection(OneClient.Way way) throws Exception {
        assertThat(way.fetch(threePages())).containsExactly("after 0 ms", "after 1 ms", "after 2 ms");

        assertThat(site.account().requests()).isEqualTo(3);
        assertThat(site.account().connections()).isEqualTo(1);
    }

    @Test
    void aClientForEachRequestOpensAConnectionForEach() throws IOException, InterruptedException {
        assertThat(OneClient.withAClientEach(threePages())).hasSize(3);

        assertThat(site.account().connections()).isEqualTo(3);
    }

    private List<URI> threePages() {
        return List.of(site.uri("/delay/0"), site.uri("/delay/1"), site.uri("/delay/2"));
    }
}

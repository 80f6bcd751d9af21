package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

final class BodyToFileTest extends SiteTest {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final BodyToFile.Noting out = new BodyToFile.Noting(file);

    @Test
    void allOfItIsWrittenInOrderAndNotOnAThreadOfNettys() throws IOException, InterruptedException {
        BodyToFile.write(clients.netty(), site.uri("/files/medium.bin"), out).block();

        assertThat(file.toByteArray()).isEqualTo(bytesOf("/files/medium.bin"));
        assertThat(out.threads()).singleElement().asString().startsWith("boundedElastic-");
    }

    @Test
    void aDiskThatIsFullIsTold() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the disk is full");
            }
        };

        assertThatThrownBy(() -> BodyToFile.write(clients.netty(), site.uri("/files/medium.bin"), full)
                        .block())
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("the disk is full");
    }

    @Test
    void withoutPublishOnTheWritesBlockAThreadOfNettys() {
        BodyToFile.writeOnTheLoop(clients.netty(), site.uri("/files/medium.bin"), out)
                .block();

        assertThat(out.threads()).singleElement().asString().startsWith("reactor-http-");
    }

    private byte[] bytesOf(String path) throws IOException, InterruptedException {
        return clients.http()
                .send(HttpRequest.newBuilder(site.uri(path)).build(), BodyHandlers.ofByteArray())
                .body();
    }
}

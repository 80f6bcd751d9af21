package asyncjava.requests;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.concurrent.Executors;

/// How the styles with `java.net.http` set their client up: one for all requests, so that a connection that has
/// answered serves the next one.
final class JdkClient {

    private JdkClient() {}

    static HttpClient open() {
        return HttpClient.newBuilder()
                // One request at a time on a connection, as in the other styles: that is what is compared.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                // Stages of futures run on these, and a body's next piece may be written to a disk there.
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("User-Agent", "parallel-requests")
                .build();
    }

    /// How long the body will be; -1 when the server does not say.
    static long length(HttpHeaders headers) {
        return headers.firstValueAsLong("Content-Length").orElse(-1);
    }

    /// Closes every connection. All requests have ended by now.
    static void close(HttpClient client) {
        client.shutdownNow();
        client.close();
    }
}

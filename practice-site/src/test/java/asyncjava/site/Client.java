package asyncjava.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/// A client that follows nothing and waits for no longer than its test.
final class Client implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> get(URI uri) throws InterruptedException {
        try {
            return client.send(request(uri), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<Void> head(URI uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).HEAD().build(), BodyHandlers.discarding());
    }

    byte[] bytes(URI uri) throws IOException, InterruptedException {
        return client.send(request(uri), BodyHandlers.ofByteArray()).body();
    }

    HttpResponse<String> post(URI uri, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /// Begins a request; `cancel(true)` of what it returns closes the connection.
    CompletableFuture<HttpResponse<String>> begin(URI uri) {
        return client.sendAsync(request(uri), BodyHandlers.ofString());
    }

    private static HttpRequest request(URI uri) {
        return HttpRequest.newBuilder(uri).build();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}

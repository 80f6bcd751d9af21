package asyncjava.requests;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Requests on a thread that waits: for the headers, then for each piece of the body.
///
/// The time limit lies around all of it. `HttpRequest.timeout` would not do: it ends when the headers have come, and a
/// server that stalls after them holds the reader for ever.
final class BlockingClient implements AutoCloseable {

    private static final int PIECE = 16_384;

    private final HttpClient client = JdkClient.open();
    private final Duration timeout;

    BlockingClient(Duration timeout) {
        this.timeout = timeout;
    }

    Result fetch(Request request) throws InterruptedException {
        Transfer transfer = request.begin(timeout);
        try {
            return Deadline.within(timeout, () -> {
                exchange(request, transfer);
                return transfer.end();
            });
        } catch (TimeoutException | ExecutionException e) {
            return transfer.fail(e);
        } catch (InterruptedException e) {
            transfer.fail(e);
            throw e;
        }
    }

    private void exchange(Request request, Transfer transfer) throws IOException, InterruptedException {
        HttpRequest get = JdkClient.get(request.uri());
        HttpResponse<InputStream> response = client.send(get, BodyHandlers.ofInputStream());
        // Closing a body before its end closes the connection with it.
        try (InputStream body = response.body()) {
            transfer.expect(response.statusCode(), JdkClient.length(response.headers()));
            byte[] piece = new byte[PIECE];
            for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
                transfer.receive(ByteBuffer.wrap(piece, 0, n));
            }
        }
    }

    @Override
    public void close() {
        JdkClient.close(client);
    }
}

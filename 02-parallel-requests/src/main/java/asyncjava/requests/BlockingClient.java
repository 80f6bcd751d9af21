package asyncjava.requests;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Requests on a thread that waits until all of the answer has come.
///
/// The time limit lies around all of that. `HttpRequest.timeout` would not do: it ends when the headers have come, and
/// a
/// server that stalls after them holds the thread for ever.
final class BlockingClient implements AutoCloseable {

    private final HttpClient client = JdkClient.open();
    private final Duration timeout;

    BlockingClient(Duration timeout) {
        this.timeout = timeout;
    }

    Result fetch(Request request) throws InterruptedException {
        Transfer transfer = request.begin(timeout);
        try {
            return Deadline.within(timeout, () -> {
                client.send(JdkClient.get(request.uri()), TransferSubscriber.handler(transfer));
                return transfer.end();
            });
        } catch (TimeoutException | ExecutionException e) {
            return transfer.fail(e);
        } catch (InterruptedException e) {
            transfer.fail(e);
            throw e;
        }
    }

    @Override
    public void close() {
        JdkClient.close(client);
    }
}

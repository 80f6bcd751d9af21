package asyncjava.scraper.exercise.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// As in the old days: HTTP/1.0, a connection and a thread for each request.
public final class Fetcher implements AutoCloseable {

    public record Page(int status, String body) {}

    public Fetcher() {}

    public Page fetch(URI uri, Duration limit)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Socket socket = new Socket();
        FutureTask<Page> page = new FutureTask<>(() -> ask(socket, uri));
        Thread reader = Thread.ofPlatform().start(page);
        try (socket) {
            return page.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            reader.join();
        }
    }

    private static Page ask(Socket socket, URI uri) throws IOException {
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        socket.getOutputStream()
                .write("GET %s%s HTTP/1.0\r\nHost: %s\r\n\r\n"
                        .formatted(uri.getRawPath(), query, uri.getHost())
                        .getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = socket.getInputStream()) {
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int headersEnd = answer.indexOf("\r\n\r\n");
            if (headersEnd < 0) {
                throw new IOException("the answer has no headers");
            }
            return new Page(Integer.parseInt(answer.substring(9, 12)), answer.substring(headersEnd + 4));
        }
    }

    @Override
    public void close() {}
}

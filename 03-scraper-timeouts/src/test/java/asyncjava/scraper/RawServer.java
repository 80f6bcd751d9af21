package asyncjava.scraper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A server that answers, word for word, as a test says.
final class RawServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<String, String> answer;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param answer to a path
    RawServer(Function<String, String> answer) throws IOException {
        this.answer = answer;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(socket.getLocalPort(), path));
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                threads.execute(() -> answerAll(client));
            }
        } catch (IOException closed) {
            // By the end of the test.
        }
    }

    private void answerAll(Socket connection) {
        try (Socket client = connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String path = line.split(" ", -1)[1];
                while (!line.isEmpty()) {
                    line = in.readLine();
                }
                client.getOutputStream().write(answer.apply(path).getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
            }
        } catch (IOException closed) {
            // By the client, or the end of the test.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
        threads.close();
    }
}

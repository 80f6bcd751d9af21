package asyncjava.coach.judge;

import asyncjava.coach.worker.Message.Hello;
import asyncjava.coach.worker.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where a worker knocks. Any program on this machine may, and say what it likes or nothing at all: only
/// the one that says the token is let in, and nobody keeps it waiting.
final class Door implements AutoCloseable {

    private static final int MOST_KNOCKS = 100;

    private final ServerSocket socket = new ServerSocket(0, MOST_KNOCKS, InetAddress.getLoopbackAddress());
    private final String token = HexFormat.of().formatHex(SecureRandom.getSeed(16));
    private final CompletableFuture<Wire> guest = new CompletableFuture<>();
    private final Duration toSayHello;

    Door(Duration toSayHello) throws IOException {
        this.toSayHello = toSayHello;
        Thread.ofVirtual().name("door").start(this::open);
    }

    /// What a worker needs to be let in, a line each.
    String invitation() {
        return socket.getLocalPort() + "\n" + token + "\n";
    }

    /// Waits so long for the worker.
    Optional<Wire> await(Duration atMost) throws IOException, InterruptedException {
        try {
            return Optional.of(guest.get(atMost.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void open() {
        try {
            for (int i = 0; i < MOST_KNOCKS; i++) {
                Socket knock = socket.accept();
                Thread.ofVirtual().name("knock").start(() -> hear(knock));
            }
            throw new IOException("too many connections that were not the worker's");
        } catch (IOException closed) {
            guest.completeExceptionally(closed);
        }
    }

    private void hear(Socket knock) {
        try {
            knock.setSoTimeout((int) toSayHello.toMillis());
            Wire wire = new Wire(knock);
            if (!(wire.receive() instanceof Hello(String said) && said.equals(token) && guest.complete(wire))) {
                wire.close();
            }
        } catch (IOException noWorker) {
            try {
                knock.close();
            } catch (IOException gone) {
                // So be it.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package asyncjava.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.worker.Message.Hello;
import asyncjava.coach.worker.Message.RunEnded;
import asyncjava.coach.worker.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Any program on the machine may guess the port.
@Timeout(30)
final class DoorTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void onlyWhoKnowsTheTokenIsLetInAndNobodyKeepsItWaiting() throws IOException, InterruptedException {
        try (Door door = new Door(LONG);
                Socket silent = knock(door);
                Socket garbled = knock(door);
                Wire guessing = new Wire(knock(door));
                Wire wordy = new Wire(knock(door));
                Wire worker = new Wire(knock(door))) {
            garbled.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            knock(door).close();
            guessing.send(new Hello("0".repeat(32)));
            wordy.send(new RunEnded());

            assertThat(door.await(Duration.ofMillis(50))).isEmpty();
            worker.send(new Hello(door.invitation().lines().skip(1).findFirst().orElseThrow()));

            try (Wire let = door.await(LONG).orElseThrow()) {
                worker.send(new RunEnded());
                assertThat(let.receive()).isEqualTo(new RunEnded());
            }
            assertThat(silent.isClosed()).isFalse();
        }
    }

    private static Socket knock(Door door) throws IOException {
        int port = Integer.parseInt(door.invitation().lines().findFirst().orElseThrow());
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}

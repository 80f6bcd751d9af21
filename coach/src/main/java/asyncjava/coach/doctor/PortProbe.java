package asyncjava.coach.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A port that the course has a use for: whether it is free.
///
/// @param use what listens there
record PortProbe(int port, String use, String advice) implements Probe {

    private static final int LIMIT_MILLIS = 1000;

    @Override
    public String about() {
        return "Port " + port;
    }

    @Override
    public Finding look() {
        if (answers()) {
            return Finding.note(this, "Another program listens there.", use, advice);
        }
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Finding.fine(this, "It is free.", use);
        } catch (IOException taken) {
            return Finding.note(this, "It cannot be listened on: %s.".formatted(taken.getMessage()), use, advice);
        }
    }

    /// Some systems let two programs listen on one port, if one of them says on which address.
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}

package asyncjava.coach.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Whether a program may listen on this machine, and another reach it.
record LoopbackProbe() implements Probe {

    @Override
    public String about() {
        return "Network on this machine";
    }

    @Override
    public Finding look() {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            return Finding.fine(
                    this,
                    "A server on %s was reached at port %d."
                            .formatted(accepted.getLocalAddress().getHostAddress(), client.getPort()),
                    "The practice site and the tests run like that.");
        } catch (IOException refused) {
            return Finding.problem(
                    this,
                    "A server on %s could not be reached: %s."
                            .formatted(InetAddress.getLoopbackAddress().getHostAddress(), refused.getMessage()),
                    "The practice site and every check need that.",
                    "A firewall, a VPN or a sandbox may forbid it: allow Java to connect to this machine itself.");
        }
    }
}

package asyncjava.coach.worker;

import asyncjava.coach.worker.Message.Began;
import asyncjava.coach.worker.Message.BrokeOff;
import asyncjava.coach.worker.Message.Ended;
import asyncjava.coach.worker.Message.Hello;
import asyncjava.coach.worker.Message.Outcome;
import asyncjava.coach.worker.Message.Planned;
import asyncjava.coach.worker.Message.Reason;
import asyncjava.coach.worker.Message.Run;
import asyncjava.coach.worker.Message.RunEnded;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Carries [Message]s over a connection. Whoever reads does not trust what comes: nothing is larger than a
/// limit, and what is no message is an exception.
public final class Wire implements AutoCloseable {

    /// In characters; what is longer loses its middle.
    private static final int LONGEST_TEXT = 40_000;

    private static final int MOST_BYTES = 4 * LONGEST_TEXT;
    private static final int MOST_TESTS = 1_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    public Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /// Sends a message whole, whichever thread says it.
    public synchronized void send(Message message) throws IOException {
        // The socket of a virtual thread that is interrupted would close, and learners' code interrupts threads.
        boolean interrupted = Thread.interrupted();
        try {
            write(message);
            out.flush();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// From now on waits no longer than this for a message.
    public void receiveWithin(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
    }

    /// Waits for the next message.
    ///
    /// @throws IOException also when the other side has closed, or says what is no message
    public Message receive() throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 'H' -> new Hello(text());
            case 'R' -> new Run(text(), text(), text(), in.readInt(), in.readInt(), in.readInt());
            case 'P' -> new Planned(texts());
            case 'B' -> new Began(text());
            case 'E' -> new Ended(text(), one(Outcome.class), text());
            case 'D' -> new RunEnded();
            case 'X' -> new BrokeOff(one(Reason.class), in.readInt(), text());
            default -> throw new ProtocolException("no message begins with " + kind);
        };
    }

    /// Whether some of the next message is here.
    boolean hears() throws IOException {
        return in.available() > 0;
    }

    private void write(Message message) throws IOException {
        switch (message) {
            case Hello(String token) -> {
                out.write('H');
                write(token);
            }
            case Run run -> {
                out.write('R');
                write(run.tests());
                write(run.answer());
                write(run.testClass());
                out.writeInt(run.times());
                out.writeInt(run.seconds());
                out.writeInt(run.threads());
            }
            case Planned(List<String> tests) -> {
                out.write('P');
                out.writeInt(tests.size());
                for (String test : tests) {
                    write(test);
                }
            }
            case Began(String test) -> {
                out.write('B');
                write(test);
            }
            case Ended ended -> {
                out.write('E');
                write(ended.test());
                write(ended.outcome().name());
                write(ended.text());
            }
            case RunEnded() -> out.write('D');
            case BrokeOff brokeOff -> {
                out.write('X');
                write(brokeOff.reason().name());
                out.writeInt(brokeOff.number());
                write(brokeOff.where());
            }
        }
    }

    private void write(String text) throws IOException {
        int half = LONGEST_TEXT / 2;
        String written = text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, half) + "\n[...]\n" + text.substring(text.length() - half);
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private String text() throws IOException {
        return new String(in.readNBytes(number(MOST_BYTES)), StandardCharsets.UTF_8);
    }

    private List<String> texts() throws IOException {
        int size = number(MOST_TESTS);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(text());
        }
        return texts;
    }

    private <T extends Enum<T>> T one(Class<T> type) throws IOException {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw (IOException)
                    new ProtocolException("got " + name + "; accepted: a " + type.getSimpleName()).initCause(e);
        }
    }

    private int number(int most) throws IOException {
        int number = in.readInt();
        if (number < 0 || number > most) {
            throw new ProtocolException("got %d; accepted: 0 to %d".formatted(number, most));
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package asyncjava.coach.judge;

import asyncjava.coach.boot.Child;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;

/// What a worker prints: its beginning and its end are kept, and when it is too much the worker is killed.
final class Printed implements Runnable {

    private static final int KEPT_OF_EACH = 8_000;

    private final StringBuilder beginning = new StringBuilder();
    private final StringBuilder end = new StringBuilder();
    private final Child child;
    private final int most;
    private final Thread reader = new Thread(this, "printed");
    private long characters;

    private Printed(Child child, int most) {
        this.child = child;
        this.most = most;
    }

    static Printed by(Child child, int most) {
        Printed printed = new Printed(child, most);
        printed.reader.setDaemon(true);
        printed.reader.start();
        return printed;
    }

    @Override
    public void run() {
        char[] buffer = new char[8192];
        try (Reader output = child.output()) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                if (isTooMuchWith(buffer, read)) {
                    child.kill();
                }
            }
        } catch (IOException closed) {
            // By the child's end; what has come is here.
        }
    }

    private synchronized boolean isTooMuchWith(char[] text, int length) {
        characters += length;
        int first = Math.min(length, KEPT_OF_EACH - beginning.length());
        beginning.append(text, 0, first);
        end.append(text, first, length - first);
        end.delete(0, Math.max(0, end.length() - KEPT_OF_EACH));
        return characters > most;
    }

    synchronized boolean isTooMuch() {
        return characters > most;
    }

    /// All of it, or its beginning and its end.
    synchronized String text() {
        long left = characters - beginning.length() - end.length();
        return Shown.of(
                left == 0
                        ? beginning + end.toString()
                        : "%s\n[%d more characters]\n%s".formatted(beginning, left, end));
    }

    /// Waits until all is here, but no longer than this.
    ///
    /// @return whether all is
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return reader.join(atMost);
    }
}

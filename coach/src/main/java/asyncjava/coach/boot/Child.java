package asyncjava.coach.boot;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A process that does not outlive this one.
///
/// Ctrl-C in a terminal reaches parent and child alike. This JVM, told to stop, therefore waits a moment
/// for the child to end in its own way; a child that was not told is then told, and one that does not
/// listen is killed.
public final class Child implements AutoCloseable {

    private static final long TO_HEAR_IT_TOO_MILLIS = 300;
    private static final long TO_END_SECONDS = 15;

    private final Thread onShutdown = new Thread(this::stop, "stop-child");
    private final Consumer<Process> end;
    private final List<Process> running = new ArrayList<>();
    private boolean stopped;

    private Child(Consumer<Process> end) {
        this.end = end;
    }

    /// Starts a process that ends when it is closed, or when this JVM is told to stop.
    public static Child start(ProcessBuilder builder) throws IOException {
        return start(builder, Child::end);
    }

    /// Starts one that has no say in when and how it ends.
    public static Child startToBeKilled(ProcessBuilder builder) throws IOException {
        return start(builder, Child::kill);
    }

    private static Child start(ProcessBuilder builder, Consumer<Process> end) throws IOException {
        Child child = new Child(end);
        // Before there is a process, so that there is no moment at which a signal would leave it behind.
        Runtime.getRuntime().addShutdownHook(child.onShutdown);
        try {
            child.run(builder);
            return child;
        } catch (IOException failure) {
            child.close();
            throw failure;
        }
    }

    private synchronized void run(ProcessBuilder builder) throws IOException {
        if (stopped) {
            throw new IOException("told to stop before the start of " + builder.command());
        }
        running.add(builder.start());
    }

    /// Waits for its end.
    ///
    /// @return its exit status
    public int waitFor() throws InterruptedException {
        return running.getFirst().waitFor();
    }

    /// Waits for its end, but no longer than this.
    ///
    /// @return whether it has ended
    public boolean waitFor(Duration atMost) throws InterruptedException {
        return running.getFirst().waitFor(atMost);
    }

    /// What it prints, unless that goes elsewhere.
    public BufferedReader output() {
        return running.getFirst().inputReader();
    }

    /// What it reads, unless that comes from elsewhere.
    public BufferedWriter input() {
        return running.getFirst().outputWriter();
    }

    public boolean isAlive() {
        return running.getFirst().isAlive();
    }

    /// Ends it, and all that it has started, at once and whether it likes it or not.
    public void kill() {
        kill(running.getFirst());
        forget();
    }

    private static void kill(Process process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        if (forget()) {
            stop();
        }
    }

    private boolean forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
            return true;
        } catch (IllegalStateException alreadyStopping) {
            return false; // and the hook sees to it
        }
    }

    private synchronized void stop() {
        stopped = true;
        running.forEach(end);
    }

    private static void end(Process process) {
        List<ProcessHandle> descendants = process.descendants().toList();
        try {
            if (!process.waitFor(TO_HEAR_IT_TOO_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroy();
            }
            if (!process.waitFor(TO_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        descendants.forEach(ProcessHandle::destroy);
    }
}

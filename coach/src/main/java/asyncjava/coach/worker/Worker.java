package asyncjava.coach.worker;

import asyncjava.coach.worker.Message.BrokeOff;
import asyncjava.coach.worker.Message.Hello;
import asyncjava.coach.worker.Message.Reason;
import asyncjava.coach.worker.Message.Run;
import asyncjava.coach.worker.Message.RunEnded;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The main class of a JVM that runs the tests of one exercise against one answer, and ends.
///
/// JUnit, the testkit and the project's own classes are on its class path. Tests and answer come later, in
/// a class loader of their own that looks on the class path first, then among the tests, then in the
/// answer: whatever classes an answer brings along, it replaces none of the others.
public final class Worker {

    private final Optional<ProcessHandle> judge;
    private final Wire wire;
    private final Launcher launcher = LauncherFactory.create();

    private Worker(Optional<ProcessHandle> judge, Wire wire) {
        this.judge = judge;
        this.wire = wire;
    }

    /// Standard input says where to connect, and with which token.
    ///
    /// @param args nothing; or, to be warm when the answer comes, a folder of tests, and then in turn the
    /// name of a test class and a folder of an answer to it: they are run one after another, as many as
    /// there is time for
    public static void main(String[] args) throws IOException {
        Optional<ProcessHandle> judge = ProcessHandle.current().parent(); // now, while it surely lives
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        int port = Integer.parseInt(input.readLine());
        String token = input.readLine();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                Wire wire = new Wire(socket)) {
            wire.send(new Hello(token));
            Worker worker = new Worker(judge, wire);
            for (int i = 1; i < args.length && !wire.hears(); i += 2) {
                worker.warmUp(args[0], args[i], args[i + 1]);
            }
            if (args.length > 0) {
                collect();
            }
            if (wire.receive() instanceof Run run) {
                worker.run(run);
            }
        } finally {
            // Neither threads that the answer left behind nor its shutdown hooks keep this JVM alive.
            Runtime.getRuntime().halt(0);
        }
    }

    /// Runs tests to no end but that their classes are loaded, and compiled. What they print is nobody's.
    private void warmUp(String tests, String testClass, String answer) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            System.setOut(nowhere);
            System.setErr(nowhere);
            execute(tests, answer, testClass, new TestReport(_ -> {}));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private void run(Run run) throws IOException {
        ExitCalls.tell(wire);
        Watchdog.start(judge, wire, run);
        for (int i = 0; i < run.times(); i++) {
            if (i > 0) {
                collect();
            }
            try {
                execute(run.tests(), run.answer(), run.testClass(), new TestReport(wire));
            } catch (Throwable broken) { // JUnit throws on an OutOfMemoryError, whoever has thrown it
                wire.send(new BrokeOff(Reason.TESTS_BROKE_DOWN, 0, Stacks.words(broken)));
                return;
            }
            if (i == run.times() - 1) {
                endOutput();
            }
            wire.send(new RunEnded());
        }
    }

    /// A client that was forgotten is closed once it is collected, and some tests look for such a client. What
    /// earlier runs have left is collected here, and not while a test looks.
    private static void collect() {
        System.gc();
    }

    /// Who reads what is printed need not wait for this JVM's end to know that this was all.
    private static void endOutput() throws IOException {
        new FileOutputStream(FileDescriptor.out).close();
        new FileOutputStream(FileDescriptor.err).close();
    }

    private void execute(String tests, String answer, String testClass, TestReport report) throws IOException {
        URL[] urls = {Path.of(tests).toUri().toURL(), Path.of(answer).toUri().toURL()};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            TestPlan plan = launcher.discover(LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(testClass))
                    .build());
            report.planned(plan);
            launcher.execute(plan, report);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}

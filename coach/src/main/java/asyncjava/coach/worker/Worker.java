package asyncjava.coach.worker;

import asyncjava.coach.worker.Message.BrokeOff;
import asyncjava.coach.worker.Message.Hello;
import asyncjava.coach.worker.Message.Ready;
import asyncjava.coach.worker.Message.Reason;
import asyncjava.coach.worker.Message.Run;
import asyncjava.coach.worker.Message.RunEnded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
    /// @param args nothing; or, to be warm when the answer comes, a folder of tests, a folder of an answer
    /// that may be known to the tests, and the name of a test class
    public static void main(String[] args) throws IOException {
        Optional<ProcessHandle> judge = ProcessHandle.current().parent(); // now, while it surely lives
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        int port = Integer.parseInt(input.readLine());
        String token = input.readLine();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                Wire wire = new Wire(socket)) {
            wire.send(new Hello(token));
            Worker worker = new Worker(judge, wire);
            if (args.length > 0) {
                worker.execute(args[0], args[1], args[2], new TestReport(_ -> {}));
            }
            wire.send(new Ready());
            if (wire.receive() instanceof Run run) {
                worker.run(run);
            }
        } finally {
            // Neither threads that the answer left behind nor its shutdown hooks keep this JVM alive.
            Runtime.getRuntime().halt(0);
        }
    }

    private void run(Run run) throws IOException {
        ExitCalls.tell(wire);
        Watchdog.start(judge, wire, run);
        for (int i = 0; i < run.times(); i++) {
            try {
                execute(run.tests(), run.answer(), run.testClass(), new TestReport(wire));
            } catch (Throwable broken) { // JUnit throws on an OutOfMemoryError, whoever has thrown it
                wire.send(new BrokeOff(Reason.TESTS_BROKE_DOWN, 0, Stacks.words(broken)));
                return;
            }
            wire.send(new RunEnded());
        }
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

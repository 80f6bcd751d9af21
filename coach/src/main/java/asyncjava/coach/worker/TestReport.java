package asyncjava.coach.worker;

import asyncjava.coach.worker.Message.Began;
import asyncjava.coach.worker.Message.Ended;
import asyncjava.coach.worker.Message.Outcome;
import asyncjava.coach.worker.Message.Planned;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Says what becomes of each test method. A method that runs several times has passed when all of them
/// have.
final class TestReport implements TestExecutionListener {

    private final Line line;
    private boolean hasFailed;

    @FunctionalInterface
    interface Line {
        void send(Message message) throws IOException;
    }

    TestReport(Line line) {
        this.line = line;
    }

    TestReport(Wire wire) {
        this(wire::send);
    }

    void planned(TestPlan plan) {
        send(new Planned(plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestReport::isMethod)
                .map(TestReport::name)
                .toList()));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isMethod(test)) {
            send(new Began(name(test)));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (isMethod(test)) {
            send(new Ended(name(test), Outcome.SKIPPED, reason));
        }
    }

    /// What fails outside a method, such as in the test class's constructor or after all tests, counts as a
    /// test.
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean passed = result.getStatus() == Status.SUCCESSFUL;
        if (hasFailed && result.getStatus() == Status.ABORTED) { // before a failure only an answer can have done that
            executionSkipped(
                    test, result.getThrowable().map(Throwable::getMessage).orElse(""));
        } else if (isMethod(test) || !passed) {
            hasFailed |= !passed;
            send(new Ended(
                    name(test),
                    passed ? Outcome.PASSED : Outcome.FAILED,
                    result.getThrowable().map(Stacks::words).orElse("")));
        }
    }

    private static boolean isMethod(TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance).isPresent()
                && test.getUniqueIdObject().getSegments().size() == METHOD_DEPTH;
    }

    /// Engine, class, method; an invocation of a method that runs several times lies deeper.
    private static final int METHOD_DEPTH = 3;

    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getMethodName())
                .orElse(test.getLegacyReportingName());
    }

    private void send(Message message) {
        try {
            line.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

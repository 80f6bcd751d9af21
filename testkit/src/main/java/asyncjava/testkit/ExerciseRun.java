package asyncjava.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The main class of the JVM in which `./learn check` runs the tests of one exercise.
///
/// It leaves a file for each test as soon as that has ended, so that whoever reads them knows how far it came even
/// when the code under test ends the JVM. The files' names sort in the order of the tests, and end in the test's name;
/// the first line is `PASSED`, `FAILED` or `SKIPPED`, the rest what the failure says.
public final class ExerciseRun implements TestExecutionListener {

    private static final int FRAMES_SHOWN = 4;

    private final Path results;
    private int ended;

    private ExerciseRun(Path results) {
        this.results = results;
    }

    /// Runs the tests, then ends the JVM with status 0 whatever became of them.
    ///
    /// @param args the name of the test class, a folder for the results, and how many times to run them;
    ///     each run has a folder of its own in there, and their names sort in the order of the runs
    public static void main(String[] args) throws IOException {
        int times = Integer.parseInt(args[2]);
        for (int run = 1; run <= times; run++) {
            Path results = Files.createDirectory(Path.of(args[1], "%06d".formatted(run)));
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(args[0]))
                                    .build(),
                            new ExerciseRun(results));
        }
        // Threads that wrong code left behind must not keep this JVM alive.
        System.exit(0);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        write(test, "SKIPPED", reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> failure = result.getThrowable();
        if (test.isTest() || failure.isPresent()) {
            write(
                    test,
                    failure.isPresent() ? "FAILED" : "PASSED",
                    failure.map(ExerciseRun::words).orElse(""));
        }
    }

    private void write(TestIdentifier test, String outcome, String message) {
        ended++;
        String name = test.getLegacyReportingName()
                .replaceAll("[^\\w]+$|[^\\w()]+", "")
                .replace("()", "");
        try {
            Files.writeString(results.resolve("%03d %s".formatted(ended, name)), outcome + "\n" + message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An assertion speaks for itself; of any other exception it is of interest where it came from.
    private static String words(Throwable failure) {
        if (failure instanceof AssertionError && failure.getMessage() != null) {
            return failure.getMessage();
        }
        return failure
                + Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES_SHOWN)
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
    }
}

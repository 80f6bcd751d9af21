package asyncjava.coach.judge;

import asyncjava.coach.judge.BrokenOff.Why;
import asyncjava.coach.judge.Verdict.TestResult;
import asyncjava.coach.judge.Verdict.Tested;
import asyncjava.coach.worker.Message.Began;
import asyncjava.coach.worker.Message.BrokeOff;
import asyncjava.coach.worker.Message.Ended;
import asyncjava.coach.worker.Message.Outcome;
import asyncjava.coach.worker.Message.Planned;
import asyncjava.coach.worker.Message.RunEnded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a verdict of what a worker says. Only what it has said counts: a test that it planned and did not
/// tell of has not passed, and the one that it was at when it broke off has failed.
final class Hearing {

    /// What a JVM with `ExitOnOutOfMemoryError` ends with, and what it prints then.
    private static final int OUT_OF_MEMORY_STATUS = 3;

    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    /// A process that ended by a signal has a status from 129 on; the highest signal is the 64th.
    private static final int NO_SIGNAL = 128;

    private static final int HIGHEST_SIGNAL = 64;

    /// What a JVM prints when it meets a fault in itself. The line after the last of these says where.
    private static final List<String> CRASH =
            List.of("# A fatal error has been detected by the Java Runtime Environment:", "# Problematic frame:");

    private final WorkerProcess worker;
    private final Limits limits;

    Hearing(WorkerProcess worker, Limits limits) {
        this.worker = worker;
        this.limits = limits;
    }

    /// Hears one run to its end.
    ///
    /// @param last whether it is the last: then also to the end of what is printed
    Tested hear(boolean last) throws InterruptedException {
        List<String> planned = List.of();
        Map<String, TestResult> results = new LinkedHashMap<>();
        Optional<String> current = Optional.empty();
        Optional<BrokenOff> brokenOff = Optional.empty();
        try {
            for (boolean goesOn = true; goesOn; ) {
                switch (worker.receive()) {
                    case Planned(List<String> tests) -> planned = planned.isEmpty() ? tests : planned;
                    case Began(String test) -> current = Optional.of(test);
                    case Ended ended -> {
                        current = Optional.empty();
                        add(results, new TestResult(ended.test(), ended.outcome(), ended.text()));
                    }
                    case RunEnded() -> goesOn = false;
                    case BrokeOff why -> {
                        brokenOff = Optional.of(inWords(why));
                        goesOn = false;
                    }
                    default -> throw new IOException("said what it should not");
                }
            }
        } catch (IOException silence) {
            brokenOff = Optional.of(silence(worker.awaitEnd()));
        }
        if (last && brokenOff.isEmpty()) {
            worker.awaitPrinted();
            brokenOff = tooMuchPrinted();
        }
        if (current.isPresent()) {
            String why = brokenOff
                    .map(off -> off.where().isEmpty() ? off.sentence() : off.sentence() + "\n" + off.where())
                    .orElse("It did not end.");
            add(results, new TestResult(current.get(), Outcome.FAILED, why));
        }
        return new Tested(inOrder(planned, results), brokenOff, worker.printed().text());
    }

    /// What has failed once stays failed.
    private void add(Map<String, TestResult> results, TestResult result) {
        TestResult before = results.get(result.test());
        if (before == null || before.outcome() != Outcome.FAILED) {
            results.put(result.test(), result);
        }
    }

    private static List<TestResult> inOrder(List<String> planned, Map<String, TestResult> results) {
        List<TestResult> all = new ArrayList<>();
        for (String test : planned) {
            TestResult result = results.remove(test);
            all.add(result == null ? new TestResult(test, Outcome.SKIPPED, "") : result);
        }
        // What failed outside the tests, such as in what prepares them.
        results.values().stream()
                .filter(result -> result.outcome() == Outcome.FAILED)
                .forEach(all::add);
        return all;
    }

    private static BrokenOff inWords(BrokeOff off) {
        return switch (off.reason()) {
            case EXIT_CALLED ->
                new BrokenOff(
                        Why.EXIT_CALLED,
                        "Your code called System.exit(%d), which ends the whole JVM and the tests in it."
                                .formatted(off.number()),
                        off.where());
            case TOO_MANY_THREADS ->
                new BrokenOff(
                        Why.TOO_MANY_THREADS,
                        "There were %d platform threads at once, which is more than a machine should have to bear. Use a pool, or virtual threads."
                                .formatted(off.number()),
                        off.where());
            case TOO_LONG ->
                new BrokenOff(
                        Why.TOO_LONG, "The tests had not ended after %d seconds.".formatted(off.number()), off.where());
            case TESTS_BROKE_DOWN -> new BrokenOff(Why.TESTS_BROKE_DOWN, "The tests could not go on.", off.where());
        };
    }

    private Optional<BrokenOff> tooMuchPrinted() {
        return worker.printed().isTooMuch()
                ? Optional.of(new BrokenOff(
                        Why.TOO_MUCH_OUTPUT,
                        "Your code printed more than %,d characters.".formatted(limits.printed()),
                        ""))
                : Optional.empty();
    }

    private BrokenOff silence(int status) {
        Optional<BrokenOff> tooMuchPrinted = tooMuchPrinted();
        if (tooMuchPrinted.isPresent()) {
            return tooMuchPrinted.get();
        }
        if (worker.isOverdue()) {
            return new BrokenOff(
                    Why.TOO_LONG,
                    "The tests had not ended after %d seconds, and could not even say so."
                            .formatted(limits.time().toSeconds()),
                    "");
        }
        if (status == OUT_OF_MEMORY_STATUS && worker.printed().text().contains(OUT_OF_MEMORY)) {
            return new BrokenOff(
                    Why.TOO_MUCH_MEMORY,
                    "Your code needed more memory than the %d MB there are.".formatted(limits.megabytes()),
                    "");
        }
        Optional<String> crash = placeOfCrash(worker.printed().text().lines().toList());
        if (crash.isPresent()) {
            return new BrokenOff(
                    Why.CRASHED,
                    "The tests' JVM itself crashed, which code in Java alone cannot make it do, in %s."
                            .formatted(crash.get()),
                    "");
        }
        String how = status > NO_SIGNAL && status <= NO_SIGNAL + HIGHEST_SIGNAL
                ? "by signal %d, which comes from outside".formatted(status - NO_SIGNAL)
                : "with status %d and without a word, as Runtime.halt(%1$d) does it".formatted(status);
        return new BrokenOff(Why.ENDED, "The tests' JVM ended %s.".formatted(how), "");
    }

    private static Optional<String> placeOfCrash(List<String> printed) {
        int report = printed.indexOf(CRASH.getFirst());
        int place = printed.indexOf(CRASH.getLast()) + 1;
        return report >= 0 && place > report && place < printed.size()
                ? Optional.of(printed.get(place).replaceFirst("^#", "").strip())
                : Optional.empty();
    }
}

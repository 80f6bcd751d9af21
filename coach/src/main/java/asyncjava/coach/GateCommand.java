package asyncjava.coach;

import asyncjava.coach.Exercise.Rejected;
import asyncjava.coach.Verdict.DoesNotCompile;
import asyncjava.coach.Verdict.TestResult;
import asyncjava.coach.Verdict.Tested;
import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Proves the tests of the exercises: the stub must fail, the solution and every other right answer must pass, and each
/// wrong answer must fail first in the test that is named for it, with the words that are.
@Command(
        name = "gate",
        description = "Proves the exercises' tests: every right answer passes, every wrong one fails as it says.")
final class GateCommand implements Callable<Integer> {

    private static final Duration PATIENCE_WITH_RIGHT = Duration.ofSeconds(20);
    private static final Duration PATIENCE_WITH_WRONG = Duration.ofSeconds(3);
    private static final int FEWEST_RIGHT = 3;
    private static final int FEWEST_WRONG = 5;

    private final Curriculum curriculum;
    private final PrintWriter out;
    private int answers;
    private int holes;

    @Parameters(paramLabel = "NAME", description = "Only these exercises, or those of these projects.")
    private List<String> names = new ArrayList<>();

    GateCommand(Curriculum curriculum, PrintWriter out) {
        this.curriculum = curriculum;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        // Not more at once than there are cores: a wrong answer that hangs costs time, all the others cost work.
        try (ExecutorService judges =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Map<Exercises.Found, Map<String, Future<Optional<String>>>> lines = new LinkedHashMap<>();
            for (Exercises.Found found : chosen()) {
                lines.put(found, start(found, judges));
            }
            for (var entry : lines.entrySet()) {
                print(entry.getKey().exercise(), entry.getValue());
            }
        }
        out.println(Style.bold("%d answers, %d holes".formatted(answers, holes)));
        return holes == 0 ? 0 : 1;
    }

    private List<Exercises.Found> chosen() throws IOException, UsageError {
        Exercises exercises = Exercises.in(curriculum);
        List<Exercises.Found> chosen = new ArrayList<>(names.isEmpty() ? exercises.all() : List.of());
        for (String name : names) {
            Optional<ModuleFolder> project = curriculum.find(name);
            if (project.isEmpty()) {
                chosen.add(exercises.get(name));
            } else {
                exercises.all().stream()
                        .filter(found -> found.folder().equals(project.get()))
                        .forEach(chosen::add);
            }
        }
        return chosen;
    }

    /// @return for each answer, by its name, what is wrong with its verdict, if anything
    private Map<String, Future<Optional<String>>> start(Exercises.Found found, ExecutorService judges)
            throws IOException, InterruptedException, BuildFailed {
        Exercise exercise = found.exercise();
        Project project = curriculum.built(found.folder());
        Judge patient = new Judge(project, PATIENCE_WITH_RIGHT, Redirect.DISCARD);
        Judge brisk = new Judge(project, PATIENCE_WITH_WRONG, Redirect.DISCARD);
        Path src = found.folder().dir().resolve("src");
        Map<String, Future<Optional<String>>> holes = new LinkedHashMap<>();
        holes.put(
                "stub",
                judges.submit(() ->
                        brisk.judge(exercise, src.resolve("exercise/java")).isPass()
                                ? Optional.of("passes")
                                : Optional.empty()));
        holes.put("solution", judges.submit(() -> hole(patient.judge(exercise, src.resolve("solution/java")))));
        for (Path answer : answers(src.resolve("right").resolve(exercise.name()), FEWEST_RIGHT)) {
            holes.put(
                    "right " + answer.getFileName(),
                    judges.submit(() -> hole(patient.judge(exercise, answer.resolve("java")))));
        }
        for (Path answer : answers(src.resolve("wrong").resolve(exercise.name()), FEWEST_WRONG)) {
            Rejected rejected = Rejected.read(answer);
            holes.put(
                    "wrong %s (%s)".formatted(answer.getFileName(), rejected.style()),
                    judges.submit(() -> hole(rejected, brisk.judge(exercise, answer.resolve("java")))));
        }
        return holes;
    }

    private void print(Exercise exercise, Map<String, Future<Optional<String>>> verdicts) throws InterruptedException {
        out.println(Style.bold("%s %s".formatted(exercise.id(), exercise.title())));
        for (var entry : verdicts.entrySet()) {
            Optional<String> hole = result(entry.getValue());
            answers++;
            holes += hole.isPresent() ? 1 : 0;
            out.printf("  %-4s  %s%n", hole.isPresent() ? "HOLE" : "ok", entry.getKey());
            hole.ifPresent(why -> out.println(why.stripTrailing().indent(8).stripTrailing()));
        }
        out.println();
    }

    private static Optional<String> result(Future<Optional<String>> verdict) throws InterruptedException {
        try {
            return verdict.get();
        } catch (ExecutionException e) {
            return Optional.of(String.valueOf(e.getCause()));
        }
    }

    /// Why a right answer was not accepted.
    private static Optional<String> hole(Verdict verdict) {
        return verdict.isPass() ? Optional.empty() : Optional.of(describe(verdict));
    }

    /// Why a wrong answer was not rejected as it should be.
    private static Optional<String> hole(Rejected expected, Verdict verdict) {
        Optional<TestResult> failure = verdict instanceof Tested tested ? tested.firstFailure() : Optional.empty();
        if (failure.isEmpty() || !failure.get().test().equals(expected.test())) {
            return Optional.of("expected to fail in " + expected.test() + ", but " + describe(verdict));
        }
        String message = failure.get().message();
        return expected.says().stream()
                .filter(words -> !message.replaceAll("\\s+", " ").contains(words))
                .findFirst()
                .map(words -> "does not say \"%s\":%n%s".formatted(words, message));
    }

    private static String describe(Verdict verdict) {
        return switch (verdict) {
            case DoesNotCompile(var errors) -> "does not compile:\n" + String.join("\n", errors);
            case Tested tested ->
                tested.firstFailure()
                        .map(failure -> "fails in %s:%n%s".formatted(failure.test(), failure.message()))
                        .or(tested::brokenOff)
                        .orElse("passes");
        };
    }

    private static List<Path> answers(Path folder, int fewest) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> answers = all.filter(Files::isDirectory).sorted().toList();
            if (answers.size() < fewest) {
                throw new IOException(
                        "%s: expected at least %d answers, there are %d".formatted(folder, fewest, answers.size()));
            }
            return answers;
        }
    }
}

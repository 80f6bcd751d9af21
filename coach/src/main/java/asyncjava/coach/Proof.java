package asyncjava.coach;

import asyncjava.coach.Exercise.Rejected;
import asyncjava.coach.Verdict.DoesNotCompile;
import asyncjava.coach.Verdict.TestResult;
import asyncjava.coach.Verdict.Tested;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

/// Proves the tests of one exercise: the stub must fail, the solution and every other right answer must pass, and each
/// wrong answer must fail first in the test that is named for it, with the words that are. What is not so is a hole.
///
/// @param times how often each answer is judged
record Proof(Project project, Exercise exercise, int times) {

    private static final Duration PATIENCE_WITH_RIGHT = Duration.ofSeconds(20);
    private static final Duration PATIENCE_WITH_WRONG = Duration.ofSeconds(1);
    private static final int FEWEST_RIGHT = 3;
    private static final int FEWEST_WRONG = 5;

    /// For each answer, by its name, what finds the hole if there is one.
    Map<String, Callable<Optional<String>>> answers() throws IOException {
        Path src = project.folder().dir().resolve("src");
        Map<String, Callable<Optional<String>>> all = new LinkedHashMap<>();
        all.put("stub", () -> hole(src.resolve("exercise/java"), PATIENCE_WITH_WRONG, Proof::holeInStub));
        all.put("solution", () -> hole(src.resolve("solution/java"), PATIENCE_WITH_RIGHT, Proof::holeInRight));
        for (Path answer : folders(src.resolve("right").resolve(exercise.name()), FEWEST_RIGHT)) {
            all.put(
                    "right " + answer.getFileName(),
                    () -> hole(answer.resolve("java"), PATIENCE_WITH_RIGHT, Proof::holeInRight));
        }
        for (Path answer : folders(src.resolve("wrong").resolve(exercise.name()), FEWEST_WRONG)) {
            Rejected rejected = Rejected.read(answer);
            all.put(
                    "wrong %s (%s)".formatted(answer.getFileName(), rejected.style()),
                    () -> hole(answer.resolve("java"), PATIENCE_WITH_WRONG, verdict -> holeInWrong(rejected, verdict)));
        }
        return all;
    }

    private Optional<String> hole(Path sources, Duration patience, Function<Verdict, Optional<String>> holeIn)
            throws IOException, InterruptedException {
        List<Verdict> verdicts = new Judge(project, patience, Redirect.DISCARD).judge(exercise, sources, times);
        for (int i = 0; i < verdicts.size(); i++) {
            Optional<String> hole = holeIn.apply(verdicts.get(i));
            if (hole.isPresent()) {
                String run = times == 1 ? "" : "run %d of %d ".formatted(i + 1, times);
                return hole.map(why -> run + why);
            }
        }
        return verdicts.size() == times
                ? Optional.empty()
                : Optional.of("has %d verdicts of %d".formatted(verdicts.size(), times));
    }

    private static Optional<String> holeInStub(Verdict verdict) {
        return switch (verdict) {
            case DoesNotCompile _ -> Optional.of(describe(verdict));
            case Tested _ -> verdict.isPass() ? Optional.of("passes") : Optional.empty();
        };
    }

    private static Optional<String> holeInRight(Verdict verdict) {
        return verdict.isPass() ? Optional.empty() : Optional.of(describe(verdict));
    }

    private static Optional<String> holeInWrong(Rejected expected, Verdict verdict) {
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

    private static List<Path> folders(Path folder, int fewest) throws IOException {
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

package asyncjava.coach;

import asyncjava.coach.Verdict.DoesNotCompile;
import asyncjava.coach.Verdict.TestResult;
import asyncjava.coach.Verdict.Tested;
import asyncjava.coach.boot.BuildFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Tests what you wrote for an exercise: check 1.3.")
final class CheckCommand implements Callable<Integer> {

    /// Long enough for the busiest machine, short enough for somebody who waits.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Curriculum curriculum;
    private final PrintWriter out;

    @Parameters(
            paramLabel = "EXERCISE",
            arity = "0..1",
            description = "Such as 1.3; without it, the exercises there are.")
    private String typed = "";

    CheckCommand(Curriculum curriculum, PrintWriter out) {
        this.curriculum = curriculum;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        Exercises exercises = Exercises.in(curriculum);
        if (typed.isEmpty()) {
            exercises.print(out);
            return 0;
        }
        Exercises.Found found = exercises.get(typed);
        Project project = curriculum.built(found.folder());
        Exercise exercise = found.exercise();
        out.println(Style.bold("Exercise %s: %s".formatted(exercise.id(), exercise.title())));
        Verdict verdict = new Judge(project, PATIENCE, Redirect.INHERIT)
                .judge(exercise, found.folder().dir().resolve("src/exercise/java"));
        print(verdict);
        out.println(verdict.isPass() ? Style.bold("Solved.") : whatNow(found));
        return verdict.isPass() ? 0 : 1;
    }

    private void print(Verdict verdict) {
        switch (verdict) {
            case DoesNotCompile(var errors) -> {
                out.println("It does not compile:");
                errors.forEach(error -> out.println("  " + error));
            }
            case Tested tested -> {
                tested.tests().forEach(this::print);
                tested.brokenOff().ifPresent(out::println);
            }
        }
    }

    private void print(TestResult result) {
        switch (result.outcome()) {
            case PASSED -> out.println("  passed   " + result.sentence());
            case SKIPPED -> out.println("  later    " + result.sentence());
            case FAILED -> {
                out.println("  FAILED   " + Style.bold(result.sentence()));
                out.println();
                out.println(result.message().stripTrailing().indent(4));
            }
        }
    }

    private static String whatNow(Exercises.Found found) {
        return "Your file: %s/src/exercise/java/%s.java. Three hints are in %1$s/exercises.yaml, under %s."
                .formatted(
                        found.folder().name(),
                        found.exercise().className().replace('.', '/'),
                        found.exercise().id());
    }
}

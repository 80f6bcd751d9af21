package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.io.PrintWriter;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "gate",
        description = "Proves the exercises' tests: every right answer passes, every wrong one fails as it says.")
final class GateCommand implements Callable<Integer> {

    private final Curriculum curriculum;
    private final PrintWriter out;
    private int answers;
    private int holes;

    @Parameters(paramLabel = "NAME", description = "Only these exercises, or those of these projects.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--repeat", paramLabel = "N", description = "Judges each answer so many times; once if not said.")
    private int times = 1;

    @Option(names = "--jobs", paramLabel = "N", description = "Judges so many at once; one per core if not said.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    GateCommand(Curriculum curriculum, PrintWriter out) {
        this.curriculum = curriculum;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        requireAtLeastOne("--repeat", times);
        requireAtLeastOne("--jobs", jobs);
        try (ExecutorService judges = Executors.newFixedThreadPool(jobs)) {
            Map<Exercise, Map<String, Future<Optional<String>>>> verdicts = new LinkedHashMap<>();
            for (Exercises.Found found : chosen()) {
                Map<String, Future<Optional<String>>> ofOne = new LinkedHashMap<>();
                new Proof(curriculum.built(found.folder()), found.exercise(), times)
                        .answers()
                        .forEach((answer, proof) -> ofOne.put(answer, judges.submit(proof)));
                verdicts.put(found.exercise(), ofOne);
            }
            for (var entry : verdicts.entrySet()) {
                print(entry.getKey(), entry.getValue());
            }
        }
        String judged = times == 1 ? "" : ", each judged %d times".formatted(times);
        out.println(Style.bold("%d answers%s, %d holes".formatted(answers, judged, holes)));
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

    private static void requireAtLeastOne(String option, int got) throws UsageError {
        if (got < 1) {
            throw new UsageError("%s: got %d; accepted: a whole number from 1".formatted(option, got));
        }
    }
}

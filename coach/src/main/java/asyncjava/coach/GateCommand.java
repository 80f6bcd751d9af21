package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Project;
import asyncjava.coach.judge.Claim;
import asyncjava.coach.judge.Judge;
import asyncjava.coach.judge.Limits;
import asyncjava.coach.judge.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "gate",
        description = "Proves the exercises' tests: every right answer passes, every wrong one fails as it says.")
final class GateCommand implements Callable<Integer> {

    private static final Duration PATIENCE_WITH_RIGHT = Duration.ofSeconds(20);
    private static final Duration PATIENCE_WITH_WRONG = Duration.ofSeconds(2);

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    @Parameters(paramLabel = "NAME", description = "Only these exercises, or those of these projects.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--repeat", paramLabel = "N", description = "Judges each answer so many times; once if not said.")
    private int times = 1;

    @Option(names = "--jobs", paramLabel = "N", description = "Judges so many at once; one per core if not said.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    GateCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        requireAtLeastOne("--repeat", times);
        requireAtLeastOne("--jobs", jobs);
        KillMatrix matrix =
                new KillMatrix(times, proofs(Exercises.in(curriculum).chosen(names)));
        Path written = curriculum.root().resolve("target/gate");
        Files.createDirectories(written);
        Files.writeString(written.resolve("kill-matrix.md"), matrix.markdown());
        Files.writeString(written.resolve("kill-matrix.json"), Face.json(matrix) + "\n");
        face.say(matrix);
        face.remark("As Markdown and JSON: " + curriculum.root().relativize(written));
        return matrix.holes() == 0 ? 0 : 1;
    }

    private List<Proof> proofs(List<Answers> chosen) throws IOException, InterruptedException, BuildFailed {
        List<Claim> claims = new ArrayList<>();
        for (Answers answers : chosen) {
            claims.addAll(Claim.about(answers)); // before any is judged: what is no claim is known at once
        }
        Map<ModuleFolder, Judges> judges = new HashMap<>();
        Map<Claim, Future<Proof>> futures = new LinkedHashMap<>();
        List<Proof> proofs = new ArrayList<>();
        try (Loans loans = Loans.to(chosen, curriculum);
                ExecutorService workers = Executors.newFixedThreadPool(jobs)) {
            for (Claim claim : claims) {
                ModuleFolder project = claim.of().project();
                if (!judges.containsKey(project)) {
                    judges.put(project, Judges.of(curriculum.built(project), loans));
                }
                Judges both = judges.get(project);
                futures.put(claim, workers.submit(() -> Proof.of(claim, both.patient(), both.hasty(), times)));
            }
            for (Map.Entry<Claim, Future<Proof>> entry : futures.entrySet()) {
                proofs.add(proof(entry.getKey(), entry.getValue()));
                face.progress("%d of %d answers judged".formatted(proofs.size(), futures.size()));
            }
            face.progress("");
        } finally {
            for (Judges both : judges.values()) {
                both.close();
            }
        }
        return proofs;
    }

    /// What cannot be judged is a hole, and costs no other answer its proof.
    private static Proof proof(Claim claim, Future<Proof> proof) throws InterruptedException {
        try {
            return proof.get();
        } catch (ExecutionException e) {
            return new Proof(claim, "", "cannot be judged: " + e.getCause());
        }
    }

    /// @param patient waits for what must happen
    /// @param hasty does not wait long for what will not
    private record Judges(Judge patient, Judge hasty) {

        static Judges of(Project project, Loans loans) throws IOException {
            return new Judges(
                    new Judge(project, Limits.FOR_A_LEARNER.withPatience(PATIENCE_WITH_RIGHT), loans::of),
                    new Judge(project, Limits.FOR_A_LEARNER.withPatience(PATIENCE_WITH_WRONG), loans::of));
        }

        void close() throws IOException {
            patient.close();
            hasty.close();
        }
    }

    private static void requireAtLeastOne(String option, int got) throws UsageError {
        if (got < 1) {
            throw new UsageError("%s: got %d; accepted: a whole number from 1".formatted(option, got));
        }
    }
}

package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import asyncjava.coach.judge.Verdict.CompileError;
import asyncjava.coach.judge.Verdict.DoesNotCompile;
import asyncjava.coach.judge.Verdict.Tested;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Judges answers to the exercises of one project. The project itself is built already. Several threads may ask
/// at once: each answer has a worker of its own, and they take turns at the one compiler.
public final class Judge implements AutoCloseable {

    /// Tests that fail as those of an exercise do.
    private static final String USUAL_FAILURES = "asyncjava.testkit.UsualFailures";

    private final Project project;
    private final Limits limits;
    private final Function<Exercise, List<String>> properties;
    private final ExerciseTests tests;
    private final AnswerCompiler compiler;
    private final RightAnswers rightAnswers;

    /// @param properties system properties for the tests, such as `-Da=b`
    public Judge(Project project, Limits limits, Function<Exercise, List<String>> properties) throws IOException {
        this.project = project;
        this.limits = limits;
        this.properties = properties;
        tests = ExerciseTests.of(project);
        compiler = new AnswerCompiler(project, tests, limits.compile());
        rightAnswers = new RightAnswers(project, compiler);
    }

    public Judge(Project project, Limits limits) throws IOException {
        this(project, limits, _ -> List.of());
    }

    public Verdict judge(Exercise exercise, Answer answer) throws IOException, InterruptedException {
        return judge(exercise, answer, 1).getFirst();
    }

    /// Runs the tests so many times, one after another in the same worker. If its JVM crashes, that has
    /// said nothing about the answer, and the tests are run once more.
    ///
    /// @return a verdict for each run; one alone where it does not compile, fewer where the worker ended
    /// early
    public List<Verdict> judge(Exercise exercise, Answer answer, int times) throws IOException, InterruptedException {
        return judge(exercise, answer, times, () -> coldWorker(exercise));
    }

    List<Verdict> judge(Exercise exercise, Answer answer, int times, Workers workers)
            throws IOException, InterruptedException {
        Path classes = Trees.throwaway("answer");
        try {
            List<CompileError> errors = compiler.compile(exercise, answer, classes);
            if (!errors.isEmpty()) {
                return List.of(new DoesNotCompile(errors));
            }
            List<Tested> verdicts = run(exercise, classes, times, workers);
            boolean crashed =
                    verdicts.getLast().brokenOff().map(BrokenOff::why).equals(Optional.of(BrokenOff.Why.CRASHED));
            return List.copyOf(crashed ? run(exercise, classes, times, workers) : verdicts);
        } finally {
            Trees.discard(classes);
        }
    }

    private List<Tested> run(Exercise exercise, Path classes, int times, Workers workers)
            throws IOException, InterruptedException {
        WorkerProcess worker = workers.take();
        try {
            worker.run(classes, exercise.testClass(), times);
            List<Tested> verdicts = new ArrayList<>();
            Hearing hearing = new Hearing(worker, limits);
            for (boolean goesOn = true; goesOn && verdicts.size() < times; ) {
                Tested verdict = hearing.hear(verdicts.size() + 1 == times);
                verdicts.add(verdict);
                goesOn = verdict.brokenOff().isEmpty();
            }
            return verdicts;
        } finally {
            workers.dispose(worker);
        }
    }

    /// Whether what it judges with is there still: somebody may have built the project anew, or cleaned it.
    public boolean isUpToDate() throws IOException {
        return tests.isUpToDate(project.folder());
    }

    WorkerProcess coldWorker(Exercise exercise) throws IOException, InterruptedException {
        return WorkerProcess.start(project, tests, limits, properties.apply(exercise), List.of());
    }

    /// Starts a worker that warms itself until it gets something to do: it runs the tests of an exercise
    /// against right answers in all styles.
    WorkerProcess warmWorker(Exercise exercise) throws IOException, InterruptedException {
        List<String> warmUp = new ArrayList<>(List.of(tests.classes().toString()));
        warmUp.addAll(List.of(USUAL_FAILURES, tests.solution().toString()));
        warmUp.addAll(List.of(exercise.testClass(), tests.solution().toString()));
        for (Path classes : rightAnswers.of(exercise)) {
            warmUp.addAll(List.of(exercise.testClass(), classes.toString()));
        }
        return WorkerProcess.start(project, tests, limits, properties.apply(exercise), warmUp);
    }

    @Override
    public void close() throws IOException {
        rightAnswers.close();
        compiler.close();
    }

    /// Where a worker comes from, and where it goes.
    @FunctionalInterface
    interface Workers {
        WorkerProcess take() throws IOException, InterruptedException;

        /// Sees to it that nothing is left of a worker.
        default void dispose(WorkerProcess worker) throws IOException {
            worker.close();
        }
    }
}

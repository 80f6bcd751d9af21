package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.judge.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a learner's answers are handed in: what the tests are told of the learner, and what is kept of a
/// verdict.
final class Desk implements AutoCloseable {

    private final Curriculum curriculum;
    private final Loans loans;
    private final Exercises exercises;
    private final Progress progress;

    /// Opens for these exercises, and has running what they need.
    Desk(Curriculum curriculum, List<Answers> chosen) throws IOException, InterruptedException, BuildFailed {
        this.curriculum = curriculum;
        exercises = Exercises.in(curriculum);
        loans = Loans.to(chosen, curriculum);
        progress = new Progress(curriculum.root(), Clock.systemUTC());
    }

    /// System properties for the tests.
    ///
    /// @param seed of the only schedule to run; null for all
    List<String> properties(Exercise exercise, @Nullable Long seed, boolean plain) {
        List<String> properties = new ArrayList<>(loans.of(exercise));
        properties.add("-Dschedule.replay=%s check %s --seed ".formatted(curriculum.called(), exercise.id()));
        if (seed != null) {
            properties.add("-Dschedule.seed=" + seed);
        }
        if (plain) {
            properties.add("-Dasyncjava.plain=true");
        }
        return properties;
    }

    /// @param seed of the only schedule that was run; null for all
    Checked checked(Answers answers, Verdict verdict, @Nullable Long seed) throws IOException {
        return Checked.of(answers, verdict, notUsed(answers), seed, curriculum.called());
    }

    /// Keeps what came of a check, after it was said: a disk that is full costs nobody a verdict.
    void takeDown(Checked checked) throws IOException {
        if (checked.state() != Checked.State.NOT_BEGUN && !checked.passesOnOneSchedule()) {
            progress.checked(checked);
        }
    }

    Hint nextHint(Answers answers) throws IOException {
        return new Hints(progress, curriculum.called()).next(answers);
    }

    /// What is solved, of all the exercises there are.
    Board board() throws IOException {
        return Board.of(exercises, progress);
    }

    /// The first that is not solved.
    Optional<Answers> nextOpen(List<Answers> all) throws IOException {
        Map<String, Progress.Entry> done = progress.all();
        return all.stream()
                .filter(one -> !done.getOrDefault(one.exercise().id(), Progress.Entry.NONE)
                        .isSolved())
                .findFirst();
    }

    /// The next that is not solved, after the last of them the first.
    Optional<Answers> nextOpenAfter(Answers one, List<Answers> all) throws IOException {
        List<Answers> others = new ArrayList<>(all);
        Collections.rotate(others, -1 - all.indexOf(one));
        return nextOpen(others);
    }

    /// Sources of the learner's that lie in no exercise's package. Somebody may wonder why they have no
    /// effect.
    private List<Path> notUsed(Answers answers) throws IOException {
        Path sources = answers.learners().sources();
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        List<Path> packages = exercises.all().stream()
                .map(one -> sources.resolve(one.exercise().packagePath()))
                .toList();
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !packages.contains(file.getParent()))
                    .map(file -> curriculum.root().relativize(file))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException goneMeanwhile) {
            // An editor's temporary file. Another check tells.
            return List.of();
        }
    }

    @Override
    public void close() {
        loans.close();
    }
}

package asyncjava.coach;

import asyncjava.coach.Progress.Entry;
import asyncjava.coach.course.Answers;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "reset", description = "Brings the stub of an exercise back, and keeps what you wrote beside it.")
final class ResetCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    @Parameters(paramLabel = "EXERCISE", arity = "0..1", description = "Such as 1.3.")
    private String typed = "";

    ResetCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException, UsageError {
        Answers answers = Exercises.in(curriculum).get(typed);
        face.say(answers.isStub() ? said(answers, false, null) : reset(answers));
        return 0;
    }

    /// The progress comes first: where it cannot be written, no file is touched.
    private Reset reset(Answers answers) throws IOException {
        String id = answers.exercise().id();
        new Progress(curriculum.root(), Clock.systemUTC()).update(id, Entry::withoutFailure);
        Path file = answers.source(answers.learners());
        Path kept = Files.exists(file) ? keep(file) : null;
        answers.restoreStub();
        return said(answers, true, kept);
    }

    /// Copies a file beside itself, under the first free of the names that neither a build nor a judge
    /// takes for a source.
    private static Path keep(Path file) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Files.copy(file, file.resolveSibling("%s.%d.old".formatted(file.getFileName(), number)));
            } catch (FileAlreadyExistsException taken) {
                // so the next
            }
        }
    }

    private Reset said(Answers answers, boolean restored, @Nullable Path kept) throws IOException {
        Path root = curriculum.root();
        return new Reset(
                answers.exercise().id(),
                answers.exercise().title(),
                answers.file().toString(),
                restored,
                kept == null ? null : root.relativize(kept).toString(),
                others(answers));
    }

    private List<String> others(Answers answers) throws IOException {
        Path file = answers.source(answers.learners());
        try (Stream<Path> beside = Files.list(file.getParent())) {
            return beside.filter(one -> one.toString().endsWith(".java") && !one.equals(file))
                    .map(one -> curriculum.root().relativize(one).toString())
                    .sorted()
                    .toList();
        }
    }
}

package asyncjava.coach.course;

import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the answers to an exercise lie.
public record Answers(ModuleFolder project, Exercise exercise) {

    private static final Comparator<Mistake> BY_WORDS = Comparator.comparingInt(
            mistake -> mistake.says().stream().mapToInt(String::length).sum());

    /// What the learner edits.
    public Answer learners() {
        return in("exercise");
    }

    /// What the learner begins with.
    public Answer stub() {
        return in("stub");
    }

    /// Whether the learner's file is the stub still.
    public boolean isStub() throws IOException {
        Path file = source(learners());
        Path stub = source(stub());
        return Files.exists(file) && Files.exists(stub) && Files.mismatch(file, stub) < 0;
    }

    /// Whether there is anything of the learner's own in the learner's file.
    public boolean isBegun() throws IOException {
        return Files.exists(source(learners())) && !isStub();
    }

    /// Writes the stub over whatever the learner's file is.
    public void restoreStub() throws IOException {
        Path file = source(learners());
        Files.createDirectories(file.getParent());
        Files.write(file, Files.readAllBytes(source(stub())));
    }

    public Answer solution() {
        return in("solution");
    }

    /// Other right answers, by name.
    public List<Answer> right() throws IOException {
        return folders("right");
    }

    /// Well-known wrong answers, by name.
    public List<Mistake> wrong() throws IOException {
        List<Mistake> wrong = new ArrayList<>();
        for (Answer answer : folders("wrong")) {
            wrong.add(Mistake.read(answer));
        }
        return wrong;
    }

    /// The well-known mistake that leads to a failure: of several, the one whose words say most.
    public Optional<Mistake> mistakeBehind(String test, String message) throws IOException {
        return wrong().stream()
                .filter(mistake -> mistake.explains(test, message))
                .max(BY_WORDS);
    }

    /// The learner's file, from the root folder.
    public Path file() {
        return file(learners());
    }

    /// The file that an answer's class is in, from the root folder.
    public Path file(Answer answer) {
        return project.root().relativize(source(answer));
    }

    /// The file that an answer's class is in.
    public Path source(Answer answer) {
        return answer.sources().resolve(exercise.file());
    }

    private Answer in(String folder) {
        return new Answer(folder, project.dir().resolve("src").resolve(folder).resolve("java"));
    }

    private List<Answer> folders(String kind) throws IOException {
        Path folder = project.dir().resolve("src").resolve(kind).resolve(exercise.name());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .sorted()
                    .map(one -> new Answer(kind + "/" + one.getFileName(), one.resolve("java")))
                    .toList();
        }
    }
}

package asyncjava.coach.course;

import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the answers to an exercise lie.
public record Answers(ModuleFolder project, Exercise exercise) {

    /// Of the words in two sources together, how many must be in both.
    private static final double LEAST_LIKENESS = 0.3;

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern COMMENT = Pattern.compile("//.*|(?s:/\\*.*?\\*/)");

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

    /// The well-known mistake that leads to a failure: of several, the one whose source is most like the
    /// learner's. None where even that is written in quite another way: a wrong name for a mistake is worse
    /// than none.
    public Optional<Mistake> mistakeBehind(String test, String message) throws IOException {
        Set<String> given = words(stub());
        Set<String> learners = words(learners());
        learners.removeAll(given);
        Optional<Mistake> nearest = Optional.empty();
        double most = LEAST_LIKENESS;
        for (Mistake mistake : wrong()) {
            if (mistake.explains(test, message)) {
                Set<String> others = words(mistake.answer());
                others.removeAll(given);
                double likeness = likeness(learners, others);
                if (likeness >= most) {
                    most = likeness;
                    nearest = Optional.of(mistake);
                }
            }
        }
        return nearest;
    }

    /// What two sources have in common, of all that is in them.
    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return all.isEmpty() ? 1 : (double) common.size() / all.size();
    }

    private Set<String> words(Answer answer) throws IOException {
        Path file = answer.sources().resolve(exercise.file());
        Set<String> words = new HashSet<>();
        if (Files.exists(file)) {
            // Which has the same words as any other encoding, and takes whatever bytes there are.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Matcher word = WORD.matcher(COMMENT.matcher(text).replaceAll(""));
            while (word.find()) {
                words.add(word.group());
            }
        }
        return words;
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

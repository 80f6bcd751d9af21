package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What there is to do in an exercise, and what a learner needs for it.
///
/// @param task Markdown
/// @param judged how it is judged, and what that means
/// @param handed what the tests hand to the learner's code
/// @param file the learner's, from the root folder
/// @param restored whether that file was missing and is the stub again
/// @param commands to go on with
record Assignment(
        String exercise,
        String title,
        int points,
        String task,
        List<About> concepts,
        String judged,
        String handed,
        String file,
        boolean restored,
        List<Step> commands)
        implements Said {

    /// A concept that it is about.
    ///
    /// @param samples source files, from the root folder
    /// @param command runs the first of them
    record About(int number, String asyncio, String java, List<String> samples, String command) {

        static About of(Concept concept, Path root, String learn) {
            return new About(
                    concept.number(),
                    concept.asyncio(),
                    concept.java(),
                    concept.samples().stream()
                            .map(sample -> root.relativize(sample).toString())
                            .toList(),
                    "%s concept %d".formatted(learn, concept.number()));
        }
    }

    record Step(String command, String purpose) {}

    static Assignment of(Answers answers, Curriculum curriculum, boolean restored) throws IOException {
        Exercise exercise = answers.exercise();
        Path root = curriculum.root();
        String learn = curriculum.called();
        return new Assignment(
                exercise.id(),
                exercise.title(),
                exercise.points(),
                Task.of(answers).markdown(),
                Concept.in(root).stream()
                        .filter(concept -> exercise.concepts().contains(concept.number()))
                        .map(concept -> About.of(concept, root, learn))
                        .toList(),
                Judging.of(exercise),
                exercise.handed(),
                answers.file().toString(),
                restored,
                List.of(
                        new Step("%s check %s".formatted(learn, exercise.id()), "tests what you wrote"),
                        new Step("%s watch %s".formatted(learn, exercise.id()), "the same at every save"),
                        new Step("%s hint %s".formatted(learn, exercise.id()), "where you are stuck")));
    }

    @Override
    public String kind() {
        return "start";
    }

    @Override
    public void inWords(Words words) {
        words.heading("Exercise %s: %s, %d points".formatted(exercise, title, points));
        words.line();
        new Task(task).inWords(words);
        words.line();
        if (!concepts.isEmpty()) {
            words.heading("What it is about");
            concepts.forEach(concept -> print(concept, words));
            words.line();
        }
        words.heading("How it is judged");
        words.paragraph("  ", judged);
        words.paragraph("  ", "Your code is handed %s.".formatted(handed));
        words.line();
        String yours = restored ? "Your file, which was missing and is the stub again" : "Your file";
        if (words.plain()) {
            words.line(yours + ": " + file);
            commands.forEach(step -> words.line(step.command() + ": " + step.purpose()));
        } else {
            words.heading(yours);
            words.line("  " + file);
            words.line();
            commands.forEach(step -> words.line("%-17s  %s".formatted(step.command(), step.purpose())));
        }
    }

    private static void print(About concept, Words words) {
        String classes = concept.samples().stream()
                .map(sample -> Concept.className(Path.of(sample)))
                .collect(Collectors.joining(", "));
        if (words.plain()) {
            words.line("Concept %d, %s. Sample: %s. To run it: %s"
                    .formatted(concept.number(), concept.asyncio(), classes, concept.command()));
        } else {
            words.paragraph("  %2d  ".formatted(concept.number()), concept.asyncio());
            words.paragraph("      ", "%s: %s".formatted(classes, concept.command()));
        }
    }
}

package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import java.util.List;

/// The projects there are.
record ProjectList(List<Row> projects) implements Said {

    /// @param number two digits
    /// @param run what runs it; empty when there is nothing to run yet
    /// @param check what checks the first of its exercises; empty when there are none
    record Row(
            String number,
            String folder,
            String title,
            String about,
            String run,
            String check,
            List<ExerciseRow> exercises) {

        static Row of(Project project, List<Exercise> exercises, String learn) {
            return new Row(
                    project.number(),
                    project.folder().name(),
                    project.title(),
                    project.about(),
                    project.hasMain() ? learn + " run " + project.number() : "",
                    exercises.isEmpty()
                            ? ""
                            : learn + " check " + exercises.getFirst().id(),
                    exercises.stream().map(ExerciseRow::of).toList());
        }
    }

    /// What there is to do in a project.
    record ExerciseRow(String exercise, String title, int points) {

        static ExerciseRow of(Exercise exercise) {
            return new ExerciseRow(exercise.id(), exercise.title(), exercise.points());
        }
    }

    @Override
    public String kind() {
        return "list";
    }

    @Override
    public void inWords(Words words) {
        for (Row project : projects) {
            words.heading((words.plain() ? "Project " : "") + project.number() + " " + project.title());
            words.indented(3, project.about());
            words.indented(
                    3,
                    project.run().isEmpty()
                            ? "Nothing to run yet."
                            : (words.plain() ? "To run it: " : "") + project.run());
            List<ExerciseRow> exercises = project.exercises();
            if (!exercises.isEmpty()) {
                words.indented(
                        3,
                        "Exercises %s to %s: %s"
                                .formatted(
                                        exercises.getFirst().exercise(),
                                        exercises.getLast().exercise(),
                                        project.check()));
            }
        }
    }
}

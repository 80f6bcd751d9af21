package asyncjava.coach;

import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The exercises of all projects, in order.
record Exercises(Curriculum curriculum, List<Answers> all) {

    static Exercises in(Curriculum curriculum) throws IOException {
        List<Answers> all = new ArrayList<>();
        for (ModuleFolder folder : curriculum.projects()) {
            for (Exercise exercise : Exercise.of(folder)) {
                all.add(new Answers(folder, exercise));
            }
        }
        return new Exercises(curriculum, all);
    }

    /// @param typed an exercise's number or name, such as `1.3` or `failfast`
    /// @throws UsageError with the nearest, when there is no such exercise
    Answers get(String typed) throws UsageError {
        if (typed.isEmpty()) {
            throw new UsageError(
                    "Which exercise? Such as 1.1. All of them: %s progress".formatted(curriculum.called()));
        }
        return find(typed)
                .orElseThrow(() -> new UsageError("No exercise \"%s\". %s All of them: %s progress"
                        .formatted(typed, Nearest.to(typed, all, Exercises::names), curriculum.called())));
    }

    /// Those that are meant: of a project, one alone, or all when nothing is said.
    ///
    /// @throws UsageError with the nearest, when there is neither such a project nor such an exercise
    List<Answers> chosen(List<String> typed) throws IOException, UsageError {
        List<Answers> chosen = new ArrayList<>(typed.isEmpty() ? all : List.of());
        for (String name : typed) {
            Optional<ModuleFolder> project = curriculum.find(name);
            chosen.addAll(project.isPresent() ? of(project.get()) : List.of(get(name)));
        }
        return chosen;
    }

    private List<Answers> of(ModuleFolder project) throws UsageError {
        List<Answers> found =
                all.stream().filter(one -> one.project().equals(project)).toList();
        if (found.isEmpty()) {
            throw new UsageError("Project %s has no exercises yet.".formatted(project.name()));
        }
        return found;
    }

    private Optional<Answers> find(String typed) {
        return all.stream().filter(one -> names(one).contains(typed)).findFirst();
    }

    private static List<String> names(Answers one) {
        return List.of(one.exercise().id(), one.exercise().name());
    }
}

package asyncjava.coach;

import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// The exercises of all projects.
record Exercises(Curriculum curriculum, List<Found> all) {

    /// @param folder the project's
    record Found(ModuleFolder folder, Exercise exercise) {}

    static Exercises in(Curriculum curriculum) throws IOException {
        List<Found> all = new ArrayList<>();
        for (ModuleFolder folder : curriculum.projects()) {
            for (Exercise exercise : Exercise.of(folder.dir())) {
                all.add(new Found(folder, exercise));
            }
        }
        return new Exercises(curriculum, all);
    }

    /// @param typed an exercise's number or name, such as `1.3` or `failfast`
    /// @throws UsageError with the nearest, when there is no such exercise
    Found get(String typed) throws UsageError {
        return all.stream()
                .filter(found -> names(found).contains(typed))
                .findFirst()
                .orElseThrow(() -> new UsageError("No exercise \"%s\". %s All of them: %s check"
                        .formatted(typed, Nearest.to(typed, all, Exercises::names), curriculum.called())));
    }

    void print(PrintWriter out) {
        for (Found found : all) {
            out.printf("%s  %s%n", found.exercise().id(), found.exercise().title());
        }
    }

    private static List<String> names(Found found) {
        return List.of(found.exercise().id(), found.exercise().name());
    }
}

package asyncjava.coach.course;

import asyncjava.coach.boot.ModuleFolder;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a project's `exercises.yaml` says of one exercise.
///
/// @param id such as `1.3`
/// @param className the class that the learner writes; its tests are in the class of the same name with
/// `Test` added
/// @param concepts numbers of rows of the concept catalogue
/// @param judge how it is judged: by gates, in virtual time or by seeds
/// @param handed what the tests hand to the learner's code
/// @param lends modules that have something running to lend while it is judged, such as `practice-site`;
/// see `Loans`
/// @param hints from a nudge to almost the answer
public record Exercise(
        String id,
        String title,
        @JsonProperty("class") String className,
        List<Integer> concepts,
        int points,
        String judge,
        String handed,
        List<String> lends,
        List<String> hints) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int HINTS = 3;

    public Exercise(
            String id,
            String title,
            String className,
            List<Integer> concepts,
            int points,
            String judge,
            String handed,
            @Nullable List<String> lends,
            List<String> hints) {
        if (hints.size() != HINTS) {
            throw new IllegalArgumentException(
                    "exercise %s must have %d hints, has %d".formatted(id, HINTS, hints.size()));
        }
        this.id = id;
        this.title = title;
        this.className = className;
        this.concepts = List.copyOf(concepts);
        this.points = points;
        this.judge = judge;
        this.handed = handed;
        this.lends = lends == null ? List.of() : List.copyOf(lends);
        this.hints = List.copyOf(hints);
    }

    /// The exercises of a project, in order; none when it has no `exercises.yaml`.
    public static List<Exercise> of(ModuleFolder project) throws IOException {
        Path file = project.dir().resolve("exercises.yaml");
        return Files.exists(file) ? List.of(read(file, Exercise[].class)) : List.of();
    }

    static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /// The last part of the package, which is also the folder of its right and wrong answers.
    public String name() {
        return packagePath().getFileName().toString();
    }

    public String packageName() {
        return className.substring(0, className.lastIndexOf('.'));
    }

    public String testClass() {
        return className + "Test";
    }

    /// Where its package lies below a source folder.
    public Path packagePath() {
        return Path.of(packageName().replace('.', '/'));
    }

    /// Where its class lies below a source folder.
    public Path file() {
        return Path.of(className.replace('.', '/') + ".java");
    }
}

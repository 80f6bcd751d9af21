package asyncjava.coach;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a project's `exercises.yaml` says of one exercise.
///
/// @param id such as `1.3`
/// @param className the class that the learner writes; its tests are in the class of the same name with `Test` added
/// @param concepts numbers of rows of the concept catalogue
/// @param judge how it is judged: by gates, in virtual time or by seeds
/// @param handed what the tests hand to the learner's code
/// @param hints from a nudge to almost the answer
record Exercise(
        String id,
        String title,
        @JsonProperty("class") String className,
        List<Integer> concepts,
        int points,
        String judge,
        String handed,
        List<String> hints) {

    private static final YAMLMapper YAML = new YAMLMapper();

    Exercise {
        if (hints.size() != 3) {
            throw new IllegalArgumentException("exercise %s must have 3 hints, has %d".formatted(id, hints.size()));
        }
    }

    /// The exercises of a project, in order; none when it has no `exercises.yaml`.
    static List<Exercise> of(Path project) throws IOException {
        Path file = project.resolve("exercises.yaml");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.of(YAML.readValue(file.toFile(), Exercise[].class));
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /// The last part of the package, which is also the folder of its right and wrong answers.
    String name() {
        return packagePath().getFileName().toString();
    }

    String testClass() {
        return className + "Test";
    }

    /// Where its package lies below a source folder.
    Path packagePath() {
        return Path.of(className.substring(0, className.lastIndexOf('.')).replace('.', '/'));
    }

    /// What a wrong answer's `rejected.yaml` says.
    ///
    /// @param mistake what is wrong with it, in a sentence
    /// @param style in which it is written
    /// @param test which test must be the first to fail
    /// @param says words that the failure must contain
    record Rejected(String mistake, String style, String test, List<String> says) {

        static Rejected read(Path answer) throws IOException {
            Path file = answer.resolve("rejected.yaml");
            try {
                return YAML.readValue(file.toFile(), Rejected.class);
            } catch (JsonProcessingException e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
    }
}

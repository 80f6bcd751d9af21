package asyncjava.coach.course;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;

/// A well-known wrong answer, and what its `rejected.yaml` says of it.
///
/// @param what what is wrong with it, in a sentence
/// @param style in which it is written
/// @param test which test must be the first to fail
/// @param says words that the failure must contain
public record Mistake(Answer answer, String what, String style, String test, List<String> says) {

    private record Rejected(@JsonProperty("mistake") String what, String style, String test, List<String> says) {}

    static Mistake read(Answer answer) throws IOException {
        Rejected rejected = Exercise.read(answer.sources().resolveSibling("rejected.yaml"), Rejected.class);
        return new Mistake(answer, rejected.what, rejected.style, rejected.test, List.copyOf(rejected.says));
    }

    /// The first of the words that a failure should contain and does not; empty when it has them all.
    public List<String> missing(String message) {
        String words = message.replaceAll("\\s+", " ");
        return says.stream().filter(said -> !words.contains(said)).limit(1).toList();
    }

    /// Whether a failure is the one that this mistake leads to.
    public boolean explains(String failedTest, String message) {
        return test.equals(failedTest) && missing(message).isEmpty();
    }
}

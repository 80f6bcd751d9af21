package asyncjava.coach;

import asyncjava.coach.Face.Said;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of bringing a stub back.
///
/// @param file the learner's, from the root folder
/// @param restored false where it was the stub already
/// @param kept where what the learner wrote is now; null where there was nothing to keep
/// @param others sources beside it, which belong to the exercise too and were left alone
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reset(
        String exercise,
        String title,
        String file,
        boolean restored,
        @Nullable String kept,
        List<String> others) implements Said {

    @Override
    public String kind() {
        return "reset";
    }

    @Override
    public void inWords(Words words) {
        words.heading("Exercise %s: %s".formatted(exercise, title));
        words.line((restored ? "The stub is back: " : "It is the stub already: ") + file);
        if (kept != null) {
            words.line("What you wrote:   " + kept);
        }
        others.forEach(one -> words.line("Left as it is:    " + one));
    }
}

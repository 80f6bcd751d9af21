package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.Solution.Wrong;
import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Answers;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/// One answer to an exercise, to read.
///
/// @param wrong why it is wrong; null where it is right
@JsonInclude(JsonInclude.Include.NON_NULL)
record OtherAnswer(
        String exercise,
        String title,
        String name,
        String file,
        String source,
        @Nullable Wrong wrong) implements Said {

    static OtherAnswer of(Answers answers, Answer answer, @Nullable Wrong wrong) throws IOException {
        return new OtherAnswer(
                answers.exercise().id(),
                answers.exercise().title(),
                answer.name(),
                answers.file(answer).toString(),
                Files.readString(answers.source(answer)),
                wrong);
    }

    @Override
    public String kind() {
        return "answer";
    }

    @Override
    public void inWords(Words words) {
        words.heading("Exercise %s: %s, %s".formatted(exercise, title, name));
        words.line("File:  " + file);
        if (wrong != null) {
            words.line("Style: " + wrong.style());
            words.paragraph("Wrong: ", wrong.mistake());
            words.paragraph("Fails: ", wrong.sentence());
        }
        words.line();
        source.lines().forEach(words::line);
    }
}

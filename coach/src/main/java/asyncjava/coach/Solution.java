package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Mistake;
import asyncjava.coach.judge.Verdict.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The solution to an exercise, and what else there is to read.
///
/// @param source the reference solution
/// @param next how to see another answer, in words
record Solution(
        String exercise, String title, String file, String source, List<Right> right, List<Wrong> wrong, String next)
        implements Said {

    /// Another right answer.
    record Right(String name, String file) {}

    /// A well-known wrong answer.
    ///
    /// @param mistake what is wrong with it
    /// @param test which fails first, and that in a sentence
    record Wrong(String name, String style, String mistake, String test, String sentence, String file) {

        static Wrong of(Answers answers, Mistake mistake) {
            return new Wrong(
                    mistake.answer().name(),
                    mistake.style(),
                    mistake.what(),
                    mistake.test(),
                    TestResult.sentence(mistake.test()),
                    answers.file(mistake.answer()).toString());
        }
    }

    static Solution of(Answers answers, String learn) throws IOException {
        List<Right> right = new ArrayList<>();
        for (Answer answer : answers.right()) {
            right.add(new Right(answer.name(), answers.file(answer).toString()));
        }
        return new Solution(
                answers.exercise().id(),
                answers.exercise().title(),
                answers.file(answers.solution()).toString(),
                Files.readString(answers.source(answers.solution())),
                right,
                answers.wrong().stream().map(one -> Wrong.of(answers, one)).toList(),
                "To read one of them: %s solution %s %s"
                        .formatted(
                                learn,
                                answers.exercise().id(),
                                right.isEmpty() ? "NAME" : right.getFirst().name()));
    }

    @Override
    public String kind() {
        return "solution";
    }

    @Override
    public void inWords(Words words) {
        words.heading("Exercise %s: %s".formatted(exercise, title));
        words.line("The reference solution: " + file);
        words.line();
        source.lines().forEach(words::line);
        words.line();
        words.heading("Other right answers");
        right.forEach(
                one -> words.line(words.plain() ? one.name() + ": " + one.file() : "  " + words.bold(one.name())));
        words.line();
        words.heading("Well-known wrong answers, by the test that rejects them");
        Map<String, List<Wrong>> byTest = new LinkedHashMap<>();
        wrong.forEach(one ->
                byTest.computeIfAbsent(one.sentence(), _ -> new ArrayList<>()).add(one));
        byTest.forEach((sentence, rejected) -> {
            words.line();
            words.line((words.plain() ? "Rejected by the test: " : "  ") + sentence);
            rejected.forEach(one -> print(one, words));
        });
        words.line();
        words.line(next);
    }

    private static void print(Wrong one, Words words) {
        if (words.plain()) {
            words.line("%s (%s): %s File: %s".formatted(one.name(), one.style(), one.mistake(), one.file()));
        } else {
            words.line("    %s (%s)".formatted(words.bold(one.name()), one.style()));
            words.paragraph("      ", one.mistake());
        }
    }
}

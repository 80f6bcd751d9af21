package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.course.Answers;
import asyncjava.coach.judge.BrokenOff;
import asyncjava.coach.judge.Shown;
import asyncjava.coach.judge.Verdict;
import asyncjava.coach.judge.Verdict.CompileError;
import asyncjava.coach.judge.Verdict.DoesNotCompile;
import asyncjava.coach.judge.Verdict.TestResult;
import asyncjava.coach.judge.Verdict.Tested;
import asyncjava.coach.worker.Message.Outcome;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A verdict on what a learner wrote for one exercise.
///
/// @param file the learner's, from the root folder
/// @param points what it earns: all that the exercise has, or none
/// @param mistake the well-known one that leads to this failure, where it was recognised
/// @param printed what the learner's code wrote to the standard streams, shortened
/// @param notUsed files of the learner's that lie where no exercise has any
/// @param seed of the only schedule that was run; null where all were
/// @param next what to do now, in words; null where nothing has passed
@JsonInclude(JsonInclude.Include.NON_NULL)
record Checked(
        String exercise,
        String title,
        String file,
        State state,
        int points,
        int pointsPossible,
        List<CompileError> compileErrors,
        List<Property> properties,
        @Nullable BrokenOff brokenOff,
        @Nullable Known mistake,
        String printed,
        List<String> notUsed,
        @Nullable Long seed,
        @Nullable String next)
        implements Said {

    private static final Pattern SEED = Pattern.compile("To run this schedule alone: .*?(-?\\d+)$", Pattern.MULTILINE);
    private static final int LINES_PRINTED = 20;

    /// @param seed of the schedule on which it failed; null where no seed decided it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Property(
            String test,
            String sentence,
            Outcome outcome,
            String message,
            @Nullable Long seed) {

        static Property of(TestResult result) {
            Matcher seed = SEED.matcher(result.message());
            return new Property(
                    result.test(),
                    result.sentence(),
                    result.outcome(),
                    result.message(),
                    seed.find() ? Long.valueOf(seed.group(1)) : null);
        }
    }

    /// @param name under which it lies among the wrong answers
    record Known(String name, String what) {}

    enum State {
        /// All tests passed.
        SOLVED,
        FAILED,
        DOES_NOT_COMPILE,
        /// It is the stub still.
        NOT_BEGUN
    }

    static Checked notBegun(Answers answers) {
        return of(answers, State.NOT_BEGUN, List.of(), List.of(), null, null, "", List.of(), null, null);
    }

    /// @param learn the name by which it was called
    static Checked of(Answers answers, Verdict verdict, List<Path> notUsed, @Nullable Long seed, String learn)
            throws IOException {
        List<String> unused =
                notUsed.stream().map(file -> Shown.of(file.toString())).toList();
        return switch (verdict) {
            case DoesNotCompile(var errors) ->
                of(answers, State.DOES_NOT_COMPILE, errors, List.of(), null, null, "", unused, seed, null);
            case Tested tested ->
                of(
                        answers,
                        tested.isPass() ? State.SOLVED : State.FAILED,
                        List.of(),
                        tested.tests().stream().map(Property::of).toList(),
                        tested.brokenOff().orElse(null),
                        known(answers, tested).orElse(null),
                        tested.printed(),
                        unused,
                        seed,
                        tested.isPass() ? next(answers, seed, learn) : null);
        };
    }

    private static Checked of(
            Answers answers,
            State state,
            List<CompileError> errors,
            List<Property> properties,
            @Nullable BrokenOff brokenOff,
            @Nullable Known mistake,
            String printed,
            List<String> notUsed,
            @Nullable Long seed,
            @Nullable String next) {
        int possible = answers.exercise().points();
        return new Checked(
                answers.exercise().id(),
                answers.exercise().title(),
                answers.file().toString(),
                state,
                state == State.SOLVED && seed == null ? possible : 0,
                possible,
                errors,
                properties,
                brokenOff,
                mistake,
                printed,
                notUsed,
                seed,
                next);
    }

    private static Optional<Known> known(Answers answers, Tested tested) throws IOException {
        Optional<TestResult> failure = tested.firstFailure();
        return failure.isEmpty()
                ? Optional.empty()
                : answers.mistakeBehind(failure.get().test(), failure.get().message())
                        .map(mistake -> new Known(mistake.answer().name(), mistake.what()));
    }

    private static String next(Answers answers, @Nullable Long seed, String learn) {
        return seed == null
                ? "To compare: %s solution %s"
                        .formatted(learn, answers.exercise().id())
                : "Without --seed all of them are run.";
    }

    @JsonIgnore
    boolean isSolved() {
        return state == State.SOLVED && seed == null;
    }

    /// It may yet fail on another.
    boolean passesOnOneSchedule() {
        return state == State.SOLVED && seed != null;
    }

    Optional<Property> firstFailure() {
        return properties.stream()
                .filter(property -> property.outcome() == Outcome.FAILED)
                .findFirst();
    }

    @Override
    public String kind() {
        return "check";
    }

    @Override
    public void inWords(Words words) {
        words.heading("Exercise %s: %s".formatted(exercise, title));
        notUsed.forEach(one -> words.line("Not used: %s. It is in no exercise's package.".formatted(one)));
        switch (state) {
            case NOT_BEGUN -> words.line("Not begun. Your file: " + file);
            case DOES_NOT_COMPILE -> {
                words.line("It does not compile:");
                compileErrors.forEach(error -> print(error, words));
            }
            case SOLVED, FAILED -> {
                properties.forEach(property -> print(property, words));
                if (brokenOff != null && firstFailure().isEmpty()) {
                    words.line(brokenOff.sentence());
                    words.indented(2, brokenOff.where());
                }
                print(printed, words);
            }
        }
        if (state == State.SOLVED) {
            words.line(words.good(words.bold(seed == null ? "Solved." : "This schedule passes.")) + " " + next);
        }
    }

    private static void print(CompileError error, Words words) {
        String place = error.file().isEmpty() ? "" : error.file() + (error.line() > 0 ? ":" + error.line() : "") + ": ";
        words.indented(2, place + error.message().replace("\n", "\n  "));
        if (!words.plain()) {
            words.indented(4, error.code());
        }
    }

    private static void print(Property property, Words words) {
        switch (property.outcome()) {
            case PASSED -> words.line("  " + words.good("passed") + "   " + property.sentence());
            case SKIPPED -> words.line("  later    " + property.sentence());
            case FAILED -> {
                words.line("  " + words.bad("FAILED") + "   " + words.bold(property.sentence()));
                words.line();
                words.indented(4, property.message());
                words.line();
            }
        }
    }

    private static void print(String printed, Words words) {
        List<String> lines = printed.lines().toList();
        if (!lines.isEmpty()) {
            words.line("Your code printed:");
            lines.stream().limit(LINES_PRINTED).forEach(line -> words.indented(4, line));
            if (lines.size() > LINES_PRINTED) {
                words.line("and %d lines more.".formatted(lines.size() - LINES_PRINTED));
            }
        }
    }
}

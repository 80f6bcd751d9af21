package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Mistake;
import asyncjava.coach.judge.Verdict.DoesNotCompile;
import asyncjava.coach.judge.Verdict.TestResult;
import asyncjava.coach.judge.Verdict.Tested;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the tests of an exercise are to say of one of its answers: the stub fails, the solution and every
/// other right answer pass, and each wrong answer fails first in the test that is named for it, with the
/// words that are.
public sealed interface Claim {

    Answers of();

    Answer answer();

    /// Why a verdict is not what is claimed, if it is not.
    Optional<String> holeIn(Verdict verdict);

    /// That it does what it should.
    record Right(Answers of, Answer answer) implements Claim {
        @Override
        public Optional<String> holeIn(Verdict verdict) {
            return verdict.isPass() ? Optional.empty() : Optional.of(describe(verdict));
        }
    }

    /// That it compiles and does not pass.
    record Unfinished(Answers of, Answer answer) implements Claim {
        @Override
        public Optional<String> holeIn(Verdict verdict) {
            return switch (verdict) {
                case DoesNotCompile _ -> Optional.of(describe(verdict));
                case Tested _ -> verdict.isPass() ? Optional.of("passes") : Optional.empty();
            };
        }
    }

    /// That it fails where, and with what, its `rejected.yaml` says.
    record Wrong(Answers of, Mistake mistake) implements Claim {
        @Override
        public Answer answer() {
            return mistake.answer();
        }

        @Override
        public Optional<String> holeIn(Verdict verdict) {
            Optional<TestResult> failure = verdict instanceof Tested tested ? tested.firstFailure() : Optional.empty();
            if (failure.isEmpty() || !failure.get().test().equals(mistake.test())) {
                return Optional.of("expected to fail in " + mistake.test() + ", but " + describe(verdict));
            }
            String message = failure.get().message();
            return mistake.missing(message).stream()
                    .findFirst()
                    .map(words -> "does not say \"%s\":%n%s".formatted(words, message));
        }
    }

    /// All that is claimed of an exercise.
    ///
    /// @throws IOException also when there are too few answers to prove anything
    static List<Claim> about(Answers answers) throws IOException {
        List<Claim> claims = new ArrayList<>();
        claims.add(new Unfinished(answers, answers.stub()));
        claims.add(new Right(answers, answers.solution()));
        List<Answer> right = answers.right();
        List<Mistake> wrong = answers.wrong();
        right.forEach(one -> claims.add(new Right(answers, one)));
        wrong.forEach(one -> claims.add(new Wrong(answers, one)));
        requireAtLeast(3, "right", answers, right.size());
        requireAtLeast(5, "wrong", answers, wrong.size());
        return claims;
    }

    private static void requireAtLeast(int fewest, String kind, Answers answers, int there) throws IOException {
        if (there < fewest) {
            throw new IOException("exercise %s: expected at least %d %s answers, there are %d"
                    .formatted(answers.exercise().id(), fewest, kind, there));
        }
    }

    private static String describe(Verdict verdict) {
        return switch (verdict) {
            case DoesNotCompile(var errors) -> "does not compile:\n" + errors;
            case Tested tested ->
                tested.firstFailure()
                        .map(failure -> "fails in %s:%n%s".formatted(failure.test(), failure.message()))
                        .or(() -> tested.brokenOff().map(BrokenOff::sentence))
                        .orElse("passes");
        };
    }
}

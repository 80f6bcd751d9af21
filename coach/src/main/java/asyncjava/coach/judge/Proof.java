package asyncjava.coach.judge;

import asyncjava.coach.judge.Claim.Right;
import asyncjava.coach.judge.Claim.Wrong;
import asyncjava.coach.judge.Verdict.TestResult;
import asyncjava.coach.judge.Verdict.Tested;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of a [Claim] when its answer was judged so many times.
///
/// @param rejectedBy the first test that failed; empty when none did
/// @param hole why it does not hold; empty when it does
public record Proof(Claim claim, String rejectedBy, String hole) {

    static Proof of(Claim claim, List<Verdict> verdicts, int times) {
        String rejectedBy = verdicts.getFirst() instanceof Tested tested
                ? tested.firstFailure().map(TestResult::test).orElse("")
                : "";
        for (int i = 0; i < verdicts.size(); i++) {
            Optional<String> hole = claim.holeIn(verdicts.get(i));
            if (hole.isPresent()) {
                String run = times == 1 ? "" : "run %d of %d ".formatted(i + 1, times);
                return new Proof(claim, rejectedBy, run + hole.get());
            }
        }
        return new Proof(claim, rejectedBy, "");
    }

    public boolean isHole() {
        return !hole.isEmpty();
    }

    /// `right`, `wrong` or `stub`.
    public String kind() {
        return switch (claim) {
            case Right _ -> "right";
            case Wrong _ -> "wrong";
            case Claim.Unfinished _ -> "stub";
        };
    }

    /// In which a wrong answer is written; empty of others.
    public String style() {
        return claim instanceof Wrong wrong ? wrong.mistake().style() : "";
    }

    /// Judges the answer so many times: again in another worker, where it has ended one.
    ///
    /// @param patient judges what should pass
    /// @param hasty judges what should not, without waiting long for what will not come
    public static Proof of(Claim claim, Judge patient, Judge hasty, int times)
            throws IOException, InterruptedException {
        Judge judge = claim instanceof Right ? patient : hasty;
        List<Verdict> verdicts = new ArrayList<>();
        while (verdicts.size() < times) {
            verdicts.addAll(judge.judge(claim.of().exercise(), claim.answer(), times - verdicts.size()));
        }
        return of(claim, verdicts, times);
    }
}

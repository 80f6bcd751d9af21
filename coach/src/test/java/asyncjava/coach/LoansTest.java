package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class LoansTest {

    @TempDir
    private Path root;

    private FakeCurriculum fake;
    private FakeExercise exercise;

    @BeforeEach
    void anExercise() throws IOException {
        fake = new FakeCurriculum(root).with("01-task-runner", "").with("lender", "");
        exercise = new FakeExercise(root);
    }

    /// The answer is right only where both numbers are lent.
    @Test
    void whatAnExerciseAsksForIsThereWhileItIsJudged() throws IOException {
        exercise.lends("lender");
        exercise.answer(
                "exercise",
                "a + b + 3 - Integer.getInteger(\"asyncjava.lent.first\") - Integer.getInteger(\"asyncjava.lent.second\")");

        assertThat(fake.learn("check", "1.1")).isZero();

        assertThat(ProcessHandle.current().children().filter(LoansTest::isLender))
                .isEmpty();
    }

    @Test
    void aModuleThatIsNotThereIsNamed() throws IOException {
        exercise.lends("libary");
        exercise.answer("exercise", FakeExercise.RIGHT);

        assertThat(fake.learn("check", "1.1")).isEqualTo(1);

        assertThat(fake.err()).contains("exercise 1.1: lends: got libary; accepted: the name of a module");
    }

    private static boolean isLender(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains(FakeLender.class.getName());
    }
}

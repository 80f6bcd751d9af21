package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import asyncjava.coach.judge.Judge;
import asyncjava.coach.judge.Limits;
import asyncjava.coach.judge.Verdict;
import asyncjava.coach.judge.Verdict.Tested;
import asyncjava.coach.judge.WarmJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WarmJudgeTest {

    @TempDir
    private Path root;

    private FakeExercise exercise;
    private Answers answers;
    private WarmJudge judge;

    @BeforeEach
    void anExercise() throws IOException {
        var _ = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        exercise = new FakeExercise(root);
        ModuleFolder folder = ModuleFolder.projects(root).getFirst();
        answers = new Answers(folder, Exercise.of(folder).getFirst());
        judge = new WarmJudge(new Judge(Project.in(folder), Limits.FOR_A_LEARNER));
    }

    @AfterEach
    void closeJudge() throws IOException {
        judge.close();
    }

    @Test
    void aWorkerThatIsWarmingItselfStillTakesUpTheAnswer() throws IOException, InterruptedException {
        exercise.answer("right/sum/left", saying("warm", "warmed"));

        judge.prepare(answers.exercise());
        Verdict verdict = judgeLearners("a + b");

        assertThat(verdict.isPass()).isTrue();
    }

    @Test
    void whatIsPrintedWhileItWarmsItselfIsNotTheAnswers() throws IOException, InterruptedException {
        exercise.answer("right/sum/other", saying("warm", "warmed"));

        judge.prepare(answers.exercise());
        await().atMost(Duration.ofSeconds(50)).until(() -> Files.exists(root.resolve("warmed")));

        assertThat(judgeLearners(saying("mine", "judged"))).isInstanceOfSatisfying(Tested.class, verdict -> {
            assertThat(verdict.isPass()).isTrue();
            assertThat(verdict.printed()).isEqualToNormalizingNewlines("mine\nmine\n");
        });
    }

    @Test
    void aWorkerThatHasEndedMeanwhileIsReplaced() throws IOException, InterruptedException {
        exercise.answer("right/sum/left", saying("warm", "warmed") + "+ exit()");

        judge.prepare(answers.exercise());
        await().atMost(Duration.ofSeconds(50))
                .until(() -> Files.exists(root.resolve("warmed"))
                        && ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));

        assertThat(judgeLearners("a + b").isPass()).isTrue();
    }

    @Test
    void aCrashOfTheJvmSaysNothingOfTheAnswerWhichIsJudgedAgain() throws IOException, InterruptedException {
        Path witness = root.resolve("crashed");

        Verdict verdict = judgeLearners("crashOnce(\"%s\") + a + b".formatted(witness));

        assertThat(witness).exists();
        assertThat(verdict.isPass()).isTrue();
    }

    private Verdict judgeLearners(String expression) throws IOException, InterruptedException {
        exercise.answer("exercise", expression);
        return judge.judge(answers.exercise(), answers.learners());
    }

    /// A right answer that prints this, and leaves a file behind.
    private String saying(String text, String file) {
        return "print(\"%s\", \"%s\") + a + b".formatted(text, root.resolve(file));
    }
}

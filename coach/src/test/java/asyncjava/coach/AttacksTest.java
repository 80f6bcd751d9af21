package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import asyncjava.coach.judge.BrokenOff;
import asyncjava.coach.judge.Judge;
import asyncjava.coach.judge.Limits;
import asyncjava.coach.judge.Verdict;
import asyncjava.coach.judge.Verdict.DoesNotCompile;
import asyncjava.coach.judge.Verdict.TestResult;
import asyncjava.coach.judge.Verdict.Tested;
import asyncjava.coach.judge.WarmJudge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worker is not trusted: whatever an answer does, it gets the verdict that it should, it leaves
/// nothing behind, and the next answer is judged as if nothing had been.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS) // the attacks are written for a shell, signals and links
final class AttacksTest {

    /// Small, so that it is soon over with whoever reaches them.
    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(10), // and not sooner, or a busy machine cannot say what was overdue
            64,
            300,
            100_000);

    private static final String THROWAWAY =
            "learn-%d-".formatted(ProcessHandle.current().pid());

    @TempDir
    private static Path root;

    @TempDir
    private Path attacker;

    private static Project project;
    private static Answers answers;
    private static Judge judge;

    @BeforeAll
    static void anExercise() throws IOException {
        var _ = new FakeCurriculum(root).with("01-task-runner", Witness.class.getName());
        var _ = new FakeExercise(root);
        ModuleFolder folder = ModuleFolder.projects(root).getFirst();
        Files.copy(
                Attack.tests(),
                folder.dir().resolve("src/test/java/fake/exercise/sum/SumTest.java"),
                StandardCopyOption.REPLACE_EXISTING);
        project = Project.in(folder);
        answers = new Answers(folder, Exercise.of(folder).getFirst());
        judge = new Judge(project, LIMITS);
    }

    @AfterAll
    static void closeJudge() throws IOException {
        judge.close();
    }

    static List<Attack> attacks() throws IOException {
        return Attack.all();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void itGetsTheVerdictThatItShould(Attack attack) throws IOException, InterruptedException {
        Path sources = folders(attacker.resolve("java"), "fake/exercise/sum");
        attack.put(
                sources,
                sources.resolve("fake/exercise/sum"),
                answers.solution().sources().resolve(answers.exercise().file()));

        Verdict verdict = judge(attack, new Answer(attack.name(), sources));

        assertThat(kind(verdict))
                .as("the verdict %s", verdict)
                .isEqualTo(attack.expected().verdict());
        assertThat(attack.expected().says())
                .allSatisfy(words -> assertThat(said(verdict)).contains(words));
        assertThat(said(verdict)).doesNotContainPattern("[\\p{Cc}&&[^\\n\\t]]");
        if (verdict instanceof Tested tested) {
            assertThat(tested.firstFailure().map(TestResult::test).orElse(null))
                    .isEqualTo(attack.expected().test());
            assertThat(tested.brokenOff().map(BrokenOff::why).orElse(null))
                    .as("%s", tested.brokenOff())
                    .isEqualTo(attack.expected().why());
        }
        assertThat(processes()).as("processes left behind").isEmpty();
        assertThat(folders()).as("folders left behind").isEmpty();
        assertThat(judge.judge(answers.exercise(), answers.solution()).isPass())
                .as("a right answer that is judged next passes")
                .isTrue();
    }

    /// What the page promises is what has been tried.
    @Test
    void allThatThePageListsAreThere() throws IOException {
        List<String> listed = Files.readString(Path.of("../docs/judging.md"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[2])
                .flatMap(cell -> Pattern.compile("`([a-z-]+)`").matcher(cell).results())
                .map(name -> name.group(1))
                .filter(name -> !name.equals("check"))
                .toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Attack.all().stream().map(Attack::name).toList());
    }

    /// Where it is the time that ends an attack, in a warm worker, whose time the tests need none of.
    private static Verdict judge(Attack attack, Answer answer) throws IOException, InterruptedException {
        if (attack.time().isEmpty()) {
            return judge.judge(answers.exercise(), answer);
        }
        Duration time = attack.time().get();
        Limits limits = attack.expected().verdict().equals("failed") ? LIMITS.withTime(time) : LIMITS.withCompile(time);
        try (WarmJudge hasty = new WarmJudge(new Judge(project, limits))) {
            return hasty.judge(answers.exercise(), answer);
        }
    }

    private static String kind(Verdict verdict) {
        return verdict instanceof DoesNotCompile ? "does not compile" : verdict.isPass() ? "solved" : "failed";
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case DoesNotCompile(var errors) ->
                errors.getFirst().message() + errors.getFirst().code();
            case Tested tested ->
                tested.firstFailure().map(TestResult::message).orElse("")
                        + tested.brokenOff()
                                .map(off -> off.sentence() + off.where())
                                .orElse("");
        };
    }

    /// Those that have a worker's environment, whoever started them.
    private static List<String> processes() {
        return ProcessHandle.allProcesses()
                .filter(AttacksTest::isOfAWorker)
                .map(process -> process.pid() + " " + process.info().commandLine())
                .toList();
    }

    private static boolean isOfAWorker(ProcessHandle process) {
        try {
            Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
            return Files.exists(environment)
                    && new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1).contains(THROWAWAY);
        } catch (IOException gone) {
            return false;
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(one -> one.getFileName().toString().startsWith(THROWAWAY))
                    .toList();
        }
    }

    private static Path folders(Path folder, String below) throws IOException {
        Files.createDirectories(folder.resolve(below));
        return folder;
    }
}

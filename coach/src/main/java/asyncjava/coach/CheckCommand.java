package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Project;
import asyncjava.coach.judge.Judge;
import asyncjava.coach.judge.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "Tests what you wrote for an exercise, or for all of a project: check 1.3.")
final class CheckCommand implements Callable<Integer> {

    private final Curriculum curriculum;
    private final PrintWriter err;

    @Mixin
    private final Face face;

    @Parameters(
            paramLabel = "EXERCISE",
            arity = "0..*",
            description = "Such as 1.3, or 01 for those of a project; without it, all there are.")
    private List<String> typed = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Runs only this schedule, where a seed decides it.")
    private @Nullable Long seed;

    CheckCommand(Curriculum curriculum, Face face, PrintWriter err) {
        this.curriculum = curriculum;
        this.face = face;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        List<Answers> chosen = Exercises.in(curriculum).chosen(typed);
        List<Checked> all = new ArrayList<>();
        Set<ModuleFolder> broken = new HashSet<>();
        Optional<IOException> notTakenDown = Optional.empty();
        try (Desk desk = new Desk(curriculum, chosen)) {
            for (Answers answers : chosen) {
                if (broken.contains(answers.project())) {
                    continue; // which has been said
                }
                Checked checked;
                try {
                    checked = answers.isStub() ? Checked.notBegun(answers) : judge(desk, answers);
                } catch (IOException | BuildFailed failure) { // and costs no other project its verdicts
                    err.println(curriculum.inWords(failure));
                    broken.add(answers.project());
                    continue;
                }
                all.add(checked);
                face.say(checked);
                face.gap();
                try {
                    desk.takeDown(checked);
                } catch (IOException failure) {
                    notTakenDown = Optional.of(failure);
                }
            }
        }
        if (!all.isEmpty()) {
            face.say(Summary.of(all, curriculum.called()));
        }
        if (notTakenDown.isPresent()) {
            throw notTakenDown.get();
        }
        boolean solved = all.stream().allMatch(one -> one.state() == Checked.State.SOLVED);
        return solved && broken.isEmpty() ? 0 : 1;
    }

    private Checked judge(Desk desk, Answers answers) throws IOException, InterruptedException, BuildFailed {
        Project project = curriculum.built(answers.project());
        try (Judge judge =
                new Judge(project, Limits.FOR_A_LEARNER, exercise -> desk.properties(exercise, seed, face.isPlain()))) {
            return desk.checked(answers, judge.judge(answers.exercise(), answers.learners()), seed);
        }
    }
}

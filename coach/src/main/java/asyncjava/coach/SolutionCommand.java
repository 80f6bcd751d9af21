package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.Solution.Wrong;
import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Mistake;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "solution", description = "The solution to an exercise, once you have solved it: solution 1.3.")
final class SolutionCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    @Parameters(index = "0", paramLabel = "EXERCISE", arity = "0..1", description = "Such as 1.3.")
    private String typed = "";

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            arity = "0..1",
            description = "Another of its answers, right or wrong, in place of the solution.")
    private String name = "";

    @Option(names = "--give-up", description = "Opens it before a check has passed, which is recorded.")
    private boolean givesUp;

    SolutionCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException, UsageError {
        Answers answers = Exercises.in(curriculum).get(typed);
        String id = answers.exercise().id();
        Progress progress = new Progress(curriculum.root(), Clock.systemUTC());
        if (!givesUp) {
            requireOpen(id, progress);
        }
        Said found = name.isEmpty() ? Solution.of(answers, curriculum.called()) : find(answers);
        if (givesUp) {
            progress.gaveUp(id);
        }
        face.say(found);
        return 0;
    }

    private void requireOpen(String id, Progress progress) throws IOException, UsageError {
        if (!progress.of(id).isOpen()) {
            throw new UsageError(
                    ("The solution to %s opens when a check of yours has passed. To see it before, which is "
                                    + "recorded: %s solution %1$s --give-up")
                            .formatted(id, curriculum.called()));
        }
    }

    private Said find(Answers answers) throws IOException, UsageError {
        List<Answer> known = new ArrayList<>(answers.right());
        known.addAll(answers.wrong().stream().map(Mistake::answer).toList());
        List<Answer> meant =
                known.stream().filter(one -> names(one).contains(name)).toList();
        if (meant.size() != 1) {
            throw new UsageError("No answer \"%s\" to %s. %s All of them: %s solution %2$s"
                    .formatted(
                            name,
                            answers.exercise().id(),
                            Nearest.to(name, meant.isEmpty() ? known : meant, SolutionCommand::names),
                            curriculum.called()));
        }
        Answer answer = meant.getFirst();
        Optional<Mistake> mistake = answers.wrong().stream()
                .filter(one -> one.answer().equals(answer))
                .findFirst();
        return OtherAnswer.of(
                answers, answer, mistake.map(one -> Wrong.of(answers, one)).orElse(null));
    }

    private static List<String> names(Answer answer) {
        return List.of(answer.name(), answer.name().substring(answer.name().indexOf('/') + 1));
    }
}

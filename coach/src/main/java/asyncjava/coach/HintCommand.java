package asyncjava.coach;

import asyncjava.coach.course.Answers;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "hint", description = "One more hint for an exercise, each time: hint 1.3.")
final class HintCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    @Parameters(
            paramLabel = "EXERCISE",
            arity = "0..1",
            description = "Such as 1.3; without it, the one whose check failed last.")
    private String typed = "";

    HintCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException, UsageError {
        Progress progress = new Progress(curriculum.root(), Clock.systemUTC());
        Hints hints = new Hints(progress, curriculum.called());
        face.say(hints.next(chosen(progress)));
        return 0;
    }

    private Answers chosen(Progress progress) throws IOException, UsageError {
        Exercises exercises = Exercises.in(curriculum);
        if (!typed.isEmpty()) {
            return exercises.get(typed);
        }
        Optional<String> failed = progress.lastFailed();
        if (failed.isEmpty()) {
            throw new UsageError(
                    "For which exercise? No check has failed. Such as: %s hint 1.1".formatted(curriculum.called()));
        }
        return exercises.get(failed.get());
    }
}

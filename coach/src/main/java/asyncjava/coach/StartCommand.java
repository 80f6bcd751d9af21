package asyncjava.coach;

import asyncjava.coach.course.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "start", description = "What to do in an exercise, and in which file: start 1.3.")
final class StartCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    @Parameters(
            paramLabel = "EXERCISE",
            arity = "0..1",
            description = "Such as 1.3; without it, the first that is not solved.")
    private String typed = "";

    StartCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException, UsageError {
        Exercises exercises = Exercises.in(curriculum);
        if (!typed.isEmpty()) {
            start(exercises.get(typed));
            return 0;
        }
        Board board = Board.of(exercises, new Progress(curriculum.root(), Clock.systemUTC()));
        Optional<Board.Row> next = board.firstOpen();
        if (next.isPresent()) {
            start(exercises.get(next.get().exercise()));
        } else {
            face.say(board);
        }
        return 0;
    }

    private void start(Answers answers) throws IOException {
        boolean missing = Files.notExists(answers.source(answers.learners()));
        if (missing) {
            answers.restoreStub();
        }
        face.say(Assignment.of(answers, curriculum, missing));
    }
}

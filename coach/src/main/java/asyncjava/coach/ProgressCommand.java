package asyncjava.coach;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "progress", description = "The exercises: which you have solved, and what is next.")
final class ProgressCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Mixin
    private final Face face;

    ProgressCommand(Curriculum curriculum, Face face) {
        this.curriculum = curriculum;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException {
        face.say(Board.of(Exercises.in(curriculum), new Progress(curriculum.root(), Clock.systemUTC())));
        return 0;
    }
}

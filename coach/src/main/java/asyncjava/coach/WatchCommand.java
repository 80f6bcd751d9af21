package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.course.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "watch", description = "Tests what you write at every save: watch 01.")
final class WatchCommand implements Callable<Integer> {

    private final Curriculum curriculum;
    private final InputStream input;
    private final PrintWriter err;

    @Mixin
    private final Face face;

    @Parameters(
            paramLabel = "EXERCISE",
            arity = "0..*",
            description = "Such as 1.3, or 01 for those of a project; without it, all there are.")
    private List<String> typed = new ArrayList<>();

    @Option(names = "--poll", description = "Looks at the files ten times a second instead of waiting for file events.")
    private boolean polls;

    WatchCommand(Curriculum curriculum, InputStream input, Face face, PrintWriter err) {
        this.curriculum = curriculum;
        this.input = input;
        this.face = face;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        List<Answers> chosen = Exercises.in(curriculum).chosen(typed);
        try (WatchSession session = new WatchSession(curriculum, face, err, chosen)) {
            session.run(input, polls);
        }
        return 0;
    }
}

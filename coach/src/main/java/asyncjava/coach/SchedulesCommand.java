package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "schedules",
        description = "Lists classic concurrency bugs and how many schedules find each; with a name, reports one.")
final class SchedulesCommand implements Callable<Integer> {

    private static final String MAIN = "asyncjava.testkit.planted.Main";

    private final Curriculum curriculum;

    @Parameters(paramLabel = "BUG", arity = "0..1", description = "Shows the report of this one.")
    private @Nullable String bug;

    @Option(
            names = "--twins",
            paramLabel = "N",
            description = "Runs the corrected twins instead, on so many schedules.")
    private @Nullable Integer twins;

    SchedulesCommand(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        if (twins != null && twins < 1) {
            throw new UsageError("--twins: got %d; accepted: a whole number from 1".formatted(twins));
        }
        if (twins != null && bug != null) {
            throw new UsageError("Either one bug or --twins, not both.");
        }
        List<String> arguments = Optional.ofNullable(bug)
                .map(name -> List.of("report", name))
                .or(() -> Optional.ofNullable(twins).map(number -> List.of("twins", number.toString())))
                .orElse(List.of("bugs"));
        return curriculum
                .built(new ModuleFolder(curriculum.root(), "testkit"))
                .run(MAIN, curriculum.called() + " schedules", arguments);
    }
}

package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "site",
        description = "Runs the practice site, a web server that behaves badly on request: site --port 8080.")
final class SiteCommand implements Callable<Integer> {

    private final Curriculum curriculum;

    @Unmatched
    private List<String> options = new ArrayList<>();

    SiteCommand(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, BuildFailed {
        Project site = curriculum.built(new ModuleFolder(curriculum.root(), "practice-site"));
        return site.run(curriculum.called() + " site", options);
    }
}

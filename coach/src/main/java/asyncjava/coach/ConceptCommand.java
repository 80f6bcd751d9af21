package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.course.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "concept", description = "Runs the sample of one concept, such as gather; without a name, lists them.")
final class ConceptCommand implements Callable<Integer> {

    private final Curriculum curriculum;
    private final PrintWriter out;

    @Mixin
    private final Face face;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "asyncio's word or Java's, the number, or the sample's class.")
    private String typed = "";

    ConceptCommand(Curriculum curriculum, PrintWriter out, Face face) {
        this.curriculum = curriculum;
        this.out = out;
        this.face = face;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, UsageError, BuildFailed {
        List<Concept> concepts = Concept.in(curriculum.root());
        if (typed.isEmpty()) {
            face.say(ConceptList.of(concepts, curriculum.root()));
            face.remark("Run one by its number, its name, or any word for it: %s concept gather"
                    .formatted(curriculum.called()));
            return 0;
        }
        if (face.isJson()) {
            throw new UsageError("--json lists the concepts, without a name: what a sample prints is for people.");
        }
        return run(find(concepts));
    }

    private Concept find(List<Concept> concepts) throws UsageError {
        List<Concept> meant =
                concepts.stream().filter(concept -> concept.answersTo(typed)).toList();
        if (meant.isEmpty()) {
            List<String> names = concepts.stream()
                    .flatMap(concept -> concept.names().stream())
                    .distinct()
                    .toList();
            throw new UsageError("No concept \"%s\". %s All of them: %s concept"
                    .formatted(typed, Nearest.to(typed, names, List::of), curriculum.called()));
        }
        if (meant.size() > 1) {
            throw new UsageError("\"%s\" is in several: %s. Say which by its number."
                    .formatted(
                            typed,
                            meant.stream()
                                    .map(concept -> concept.number() + " " + String.join(", ", concept.classNames()))
                                    .collect(Collectors.joining(", "))));
        }
        return meant.getFirst();
    }

    private int run(Concept concept) throws IOException, InterruptedException, BuildFailed {
        Path root = curriculum.root();
        Project project = curriculum.built(concept.project(root));
        Path sample = concept.sample(typed);
        out.println(Style.bold(concept.number() + " " + Concept.className(sample)));
        out.println("asyncio: " + concept.asyncio());
        out.println("Java:    " + concept.java());
        out.println("Read:    " + root.relativize(sample));
        out.println();
        return project.run(concept.main(root, sample), curriculum.called() + " concept " + typed, List.of());
    }
}

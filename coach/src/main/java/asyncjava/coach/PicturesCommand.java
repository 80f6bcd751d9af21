package asyncjava.coach;

import asyncjava.coach.boot.Child;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Runs the commands whose output the documents show. Such a block stands below a comment that names its
/// command:
///
///     <!-- run: ./learn run 01 --tasks 6 -->
///     ```text
///     what it printed
///     ```
@Command(
        name = "pictures",
        hidden = true,
        description = "Compares what the documents show with what the programs print now, by its shape.")
final class PicturesCommand implements Callable<Integer> {

    private static final Pattern BLOCK =
            Pattern.compile("^<!-- run: \\./learn (.+) -->\\R```text\\R((?s:.*?))^```$", Pattern.MULTILINE);
    private static final String COLUMNS = "66";

    private final Curriculum curriculum;
    private final PrintWriter out;

    @Option(names = "--write", description = "Puts what they print now into the documents.")
    private boolean write;

    @Parameters(paramLabel = "DOCUMENT", arity = "1..*", description = "Markdown files.")
    private List<Path> documents = new ArrayList<>();

    PicturesCommand(Curriculum curriculum, PrintWriter out) {
        this.curriculum = curriculum;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        int wrong = 0;
        for (Path document : documents) {
            String text = Files.readString(document);
            Matcher blocks = BLOCK.matcher(text);
            StringBuilder written = new StringBuilder();
            int copied = 0;
            for (MatchResult block : blocks.results().toList()) {
                Picture now = new Picture(run(block.group(1)));
                written.append(text, copied, block.start(2)).append(now.text());
                copied = block.end(2);
                Picture shown = new Picture(block.group(2));
                if (!shown.hasShapeOf(now)) {
                    wrong++;
                    out.printf("%s: learn %s prints this now:%n%s%n", document, block.group(1), now.text());
                }
            }
            if (write) {
                Files.writeString(document, written.append(text, copied, text.length()));
            }
        }
        if (write || wrong == 0) {
            return 0;
        }
        out.println("Pictures of another shape: " + wrong + ". To show what is printed now: pictures --write");
        return 1;
    }

    private String run(String words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(curriculum.root().resolve("learn").toString()));
        command.addAll(List.of(words.split(" ", -1)));
        ProcessBuilder learn = new ProcessBuilder(command)
                .directory(curriculum.root().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        learn.environment().put("COLUMNS", COLUMNS);
        try (Child child = Child.start(learn)) {
            String printed = String.join("\n", child.output().lines().toList())
                            .replaceFirst("^\n+", "")
                            .stripTrailing()
                    + "\n";
            int status = child.waitFor();
            if (status > 1) {
                throw new IOException("learn %s ended with %d".formatted(words, status));
            }
            return printed;
        }
    }
}

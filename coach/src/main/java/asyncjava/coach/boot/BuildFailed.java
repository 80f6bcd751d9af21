package asyncjava.coach.boot;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A build that went wrong. The message says why, in lines for somebody who has never seen Maven.
public final class BuildFailed extends Exception {

    private static final Pattern NO_SPACE =
            Pattern.compile("No space left on device|not enough space on the disk|Disk quota exceeded");
    private static final Pattern NO_NETWORK = Pattern.compile(
            "UnknownHostException|Unknown host|[Nn]ame resolution|Could not transfer|Connection refused"
                    + "|[Cc]onnect(ion)? timed out|Network is unreachable|No route to host|(wget|curl): Failed to fetch");
    private static final Pattern COMPILE_ERROR = Pattern.compile("\\[ERROR] (.+\\.java):\\[(\\d+)(?:,\\d+)?] (.*)");
    private static final Pattern ERROR = Pattern.compile("\\[ERROR] (.*)");
    private static final int COMPILE_ERRORS_SHOWN = 10;
    private static final int LAST_LINES_SHOWN = 15;

    @Serial
    private static final long serialVersionUID = 1;

    private BuildFailed(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
    }

    static BuildFailed because(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (NO_SPACE.matcher(message).find()) {
            return diskIsFull(message);
        }
        if (failure instanceof FileSystemException file) {
            String reason = file instanceof AccessDeniedException ? "permission denied" : file.getReason();
            return new BuildFailed(List.of("The build cannot write " + file.getFile() + ": " + reason + "."));
        }
        return new BuildFailed(List.of("The build could not run: " + message));
    }

    /// @param output what Maven printed
    /// @param log where that can be read afterwards
    static BuildFailed because(List<String> output, Path root, Path log) {
        Optional<String> noSpace = firstLineWith(NO_SPACE, output);
        if (noSpace.isPresent()) {
            return diskIsFull(noSpace.get());
        }
        List<String> explanation = new ArrayList<>();
        Optional<String> noNetwork = firstLineWith(NO_NETWORK, output);
        Set<String> compileErrors = compileErrors(output, root);
        // Compile errors first: those of code that is about networks sound like a network's.
        if (!compileErrors.isEmpty()) {
            explanation.add("The build failed: the code does not compile.");
            compileErrors.stream().limit(COMPILE_ERRORS_SHOWN).forEach(explanation::add);
            if (compileErrors.size() > COMPILE_ERRORS_SHOWN) {
                explanation.add("  and " + (compileErrors.size() - COMPILE_ERRORS_SHOWN) + " more");
            }
        } else if (noNetwork.isPresent()) {
            explanation.add("The build failed: it could not download what it needs. Is there a network connection?");
            explanation.add("  " + noNetwork.get());
            explanation.add("Behind a proxy, see https://maven.apache.org/guides/mini/guide-proxies.html");
        } else {
            explanation.add("The build failed. The end of what Maven said:");
            output.stream()
                    .skip(Math.max(0, output.size() - LAST_LINES_SHOWN))
                    .map(line -> "  " + line)
                    .forEach(explanation::add);
        }
        explanation.add("All that Maven said: " + log);
        return new BuildFailed(List.copyOf(explanation));
    }

    private static BuildFailed diskIsFull(String detail) {
        return new BuildFailed(
                List.of("The build failed: the disk is full. Free some space and try again.", "  " + detail));
    }

    private static Optional<String> firstLineWith(Pattern pattern, List<String> output) {
        return output.stream()
                .filter(line -> pattern.matcher(line).find())
                .map(line -> ERROR.matcher(line).replaceFirst("$1"))
                .findFirst();
    }

    /// As `path:line: message`, each once, though Maven prints them twice.
    private static Set<String> compileErrors(List<String> output, Path root) {
        Set<String> errors = new LinkedHashSet<>();
        for (int i = 0; i < output.size(); i++) {
            Matcher error = COMPILE_ERROR.matcher(output.get(i));
            if (error.matches()) {
                Path file = Path.of(error.group(1));
                Path shown = file.startsWith(root) ? root.relativize(file) : file;
                String details = details(output.subList(i + 1, output.size()));
                errors.add("  " + shown + ":" + error.group(2) + ": " + error.group(3) + details);
            }
        }
        return errors;
    }

    /// javac's `symbol:` line, without which "cannot find symbol" says little.
    private static String details(List<String> following) {
        return Stream.of(following)
                .flatMap(List::stream)
                .limit(1)
                .map(line -> ERROR.matcher(line).replaceFirst("$1").strip())
                .filter(line -> line.startsWith("symbol:"))
                .map(line -> " (" + line.substring("symbol:".length()).strip() + ")")
                .findFirst()
                .orElse("");
    }
}

package asyncjava.common.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs a main's picocli command by the conventions that the six projects share: durations such as `300ms`, one
/// line for bad input, exit statuses from [ExitStatus].
public final class CommandLines {

    private CommandLines() {}

    /// Parses the arguments and runs the command.
    ///
    /// @param command annotated with picocli's `@Command`; what it returns is the exit status
    /// @return the exit status
    public static int run(Callable<Integer> command, String... arguments) {
        // picocli would write UTF-8 whatever the terminal takes, which System.out knows.
        return run(
                command,
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                arguments);
    }

    /// Does the same with other outputs than the JVM's, for tests.
    public static int run(Callable<Integer> command, PrintWriter out, PrintWriter err, String... arguments) {
        return configured(command).setOut(out).setErr(err).execute(arguments);
    }

    /// What a person typed to run the command, to be shown to them again.
    public static String asTyped(CommandSpec spec) {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .map(word -> word.contains(" ") ? '"' + word + '"' : word)
                .collect(Collectors.joining(" ", spec.qualifiedName() + " ", ""));
    }

    private static CommandLine configured(Callable<Integer> command) {
        CommandLine line = new CommandLine(command)
                .setExpandAtFiles(false)
                .registerConverter(Duration.class, Durations::parse)
                .registerConverter(int.class, CommandLines::wholeNumber)
                .registerConverter(Integer.class, CommandLines::wholeNumber)
                .registerConverter(double.class, CommandLines::number)
                .setParameterExceptionHandler((e, _) -> complain(e.getCommandLine(), explain(e), ExitStatus.BAD_INPUT))
                .setExecutionExceptionHandler((e, failed, _) -> switch (e) {
                    case BadInput _ -> complain(failed, messageOf(e), ExitStatus.BAD_INPUT);
                    case IOException _ -> complain(failed, messageOf(e), ExitStatus.FAILED);
                    default -> throw e;
                });
        // ./learn says how it was called, so that help and complaints show what the person typed.
        line.setCommandName(System.getProperty("learn.command", line.getCommandName()));
        return line;
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text.replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("got \"%s\"; accepted: a whole number".formatted(text));
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("got \"%s\"; accepted: a number".formatted(text));
        }
    }

    private static String explain(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return "got \"%s\"; accepted: %s"
                    .formatted(unmatched.getUnmatched().getFirst(), String.join(", ", accepted(unmatched)));
        }
        return e.getArgSpec() != null && e.getCause() instanceof IllegalArgumentException cause
                ? "%s: %s".formatted(nameOf(e), messageOf(cause))
                : messageOf(e);
    }

    /// The options that look like the one that was got, or all there are when none does.
    private static List<String> accepted(UnmatchedArgumentException unmatched) {
        List<String> nearest = unmatched.getSuggestions();
        return nearest.isEmpty()
                ? unmatched.getCommandLine().getCommandSpec().options().stream()
                        .map(OptionSpec::longestName)
                        .toList()
                : nearest;
    }

    private static String nameOf(ParameterException e) {
        return e.getArgSpec() instanceof OptionSpec option
                ? option.longestName()
                : e.getArgSpec().paramLabel();
    }

    private static String messageOf(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    private static int complain(CommandLine line, String message, int status) {
        CommandSpec spec = line.getCommandSpec();
        line.getErr().println(spec.qualifiedName() + ": " + message);
        return status;
    }
}

package asyncjava.coach;

import asyncjava.coach.boot.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line of `learn`.
public final class Learn {

    private final Curriculum curriculum;
    private final PrintWriter err;
    private final CommandLine commandLine;

    Learn(Curriculum curriculum, InputStream in, PrintWriter out, PrintWriter err) {
        this.curriculum = curriculum;
        this.err = err;
        String learn = curriculum.called().replace("%", "%%"); // picocli takes these texts for format strings
        CommandLine run = new CommandLine(new RunCommand(curriculum)).setStopAtPositional(true);
        run.getCommandSpec().usageMessage().customSynopsis(learn + " run PROJECT [OPTION...]");
        CommandLine help = new CommandLine(new HelpCommand());
        help.getCommandSpec().usageMessage().header("This, or what one command does: help run.");
        commandLine = new CommandLine(new TourCommand(curriculum, out))
                .addSubcommand(new ListCommand(curriculum, new Face(out)))
                .addSubcommand(run)
                .addSubcommand(new ConceptCommand(curriculum, out, new Face(out)))
                .addSubcommand(new StartCommand(curriculum, new Face(out)))
                .addSubcommand(new CheckCommand(curriculum, new Face(out), err))
                .addSubcommand(new WatchCommand(curriculum, in, new Face(out), err))
                .addSubcommand(new HintCommand(curriculum, new Face(out)))
                .addSubcommand(new SolutionCommand(curriculum, new Face(out)))
                .addSubcommand(new ProgressCommand(curriculum, new Face(out)))
                .addSubcommand(new ResetCommand(curriculum, new Face(out)))
                .addSubcommand(new DoctorCommand(curriculum, new Face(out)))
                .addSubcommand(new TestCommand(curriculum, out))
                .addSubcommand(new GateCommand(curriculum, new Face(out)))
                .addSubcommand(new SchedulesCommand(curriculum))
                .addSubcommand(new SiteCommand(curriculum))
                .addSubcommand(new PicturesCommand(curriculum, out))
                .addSubcommand(help)
                .setCommandName(curriculum.called())
                .setExpandAtFiles(false) // words that start with @ are for the project that is run
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(this::refuse)
                .setExecutionExceptionHandler(this::report);
        commandLine.getCommandSpec().usageMessage().customSynopsis(learn + " [COMMAND]");
        offerHelp(commandLine);
        commandLine.getSubcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof HelpCommand)) // has one
                .filter(command -> !(command.getCommand() instanceof SiteCommand)) // the site's own is asked
                .forEach(Learn::offerHelp);
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .hidden(true)
                        .build());
    }

    /// Runs one command on the standard streams. The modules that it needs are built already.
    ///
    /// @param root the folder that `learn` lies in
    /// @return the exit status: that of the project which was run, or else 0, 1 when something failed, 2
    /// for a
    ///     command line that makes no sense
    public static int run(Path root, String[] args) {
        Curriculum curriculum =
                new Curriculum(root, System.getProperty("learn.called", "./learn"), Build::bringUpToDate);
        PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
        PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
        return new Learn(curriculum, System.in, out, err).run(args);
    }

    int run(String... args) {
        return commandLine.execute(args);
    }

    private int refuse(ParameterException mistake, String[] args) throws IOException {
        err.println(
                mistake instanceof UnmatchedArgumentException unmatched
                        ? notKnown(unmatched.getUnmatched().getFirst(), unmatched.getCommandLine())
                        : mistake.getMessage());
        return ExitCode.USAGE;
    }

    private String notKnown(String word, CommandLine command) throws IOException {
        String learn = curriculum.called();
        if (word.startsWith("-") && command.getParent() != null) {
            List<String> options = command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
            return "No option \"%s\". %s"
                    .formatted(
                            word,
                            options.isEmpty()
                                    ? "%s %s has none.".formatted(learn, command.getCommandName())
                                    : Nearest.to(word, options, List::of));
        }
        if (word.startsWith("-")) {
            return "No option \"%s\" here. A project's own options come after its name: %s run 01 %1$s"
                    .formatted(word, learn);
        }
        if (command.getParent() != null) {
            return "\"%s\" is too much: %s %s takes nothing more.".formatted(word, learn, command.getCommandName());
        }
        if (curriculum.find(word).isPresent()) {
            return "No command \"%s\". To run that project: %s run %1$s".formatted(word, learn);
        }
        List<String> commands = commandLine.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(known -> !known.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
        return "No command \"%s\". %s".formatted(word, Nearest.to(word, commands, List::of));
    }

    private int report(Exception failure, CommandLine command, ParseResult parsed) {
        boolean misused = failure instanceof UsageError;
        err.println(misused ? failure.getMessage() : curriculum.inWords(failure));
        return misused ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }
}

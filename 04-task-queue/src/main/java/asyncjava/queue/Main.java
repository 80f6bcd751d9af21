package asyncjava.queue;

import asyncjava.common.cli.CommandLines;
import asyncjava.common.cli.StandardOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Processes orders.
@Command(name = "04-task-queue", description = "Processes orders.")
public final class Main implements Callable<Integer> {

    @Mixin
    private StandardOptions standard = new StandardOptions();

    public static void main(String[] args) {
        System.exit(CommandLines.run(new Main(), args));
    }

    @Override
    public Integer call() {
        standard.apply();
        return 0;
    }
}

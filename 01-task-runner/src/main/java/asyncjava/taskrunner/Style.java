package asyncjava.taskrunner;

import asyncjava.common.cli.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The styles by the names that `--style` takes, in the order in which they are best read.
enum Style {
    SEQUENTIAL("one after another, on one thread", 1),
    PLATFORM("a pool of 200 platform threads", 200),
    VIRTUAL("a virtual thread for each task", Integer.MAX_VALUE),
    FUTURE("a CompletableFuture for each task", Integer.MAX_VALUE),
    STRUCTURED("a scope that owns its subtasks", Integer.MAX_VALUE),
    REACTOR("a stream with timers, no waiting thread", Integer.MAX_VALUE);

    private final String summary;
    private final int atOnce;

    Style(String summary, int atOnce) {
        this.summary = summary;
        this.atOnce = atOnce;
    }

    /// Reads what follows `--style`: `all`, or names with commas between.
    ///
    /// @throws asyncjava.common.cli.BadInput for any other name
    static List<Style> parse(String text) {
        return Choice.several("--style", text, List.of(values()));
    }

    String summary() {
        return summary;
    }

    TaskRunner runner() {
        return switch (this) {
            case SEQUENTIAL -> new SequentialRunner();
            case PLATFORM -> new PlatformThreadRunner(atOnce);
            case VIRTUAL -> new VirtualThreadRunner();
            case FUTURE -> new CompletableFutureRunner();
            case STRUCTURED -> new StructuredRunner();
            case REACTOR -> new ReactiveRunner();
        };
    }

    /// At least how long these tasks take, were starting them free.
    Duration atLeast(List<SimulatedTask> tasks) {
        Duration waits = Duration.ZERO;
        Duration longest = Duration.ZERO;
        for (SimulatedTask task : tasks) {
            waits = waits.plus(task.delay());
            longest = longest.compareTo(task.delay()) < 0 ? task.delay() : longest;
        }
        Duration shared = waits.dividedBy(Math.min(atOnce, tasks.size()));
        return shared.compareTo(longest) < 0 ? longest : shared;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Explored;
import asyncjava.testkit.schedule.Explorer;
import java.time.Duration;
import java.util.List;

/// Prints what the explorer makes of the planted bugs; `./learn schedules` runs it.
final class Main {

    /// Not the default: a twin that is stopped early would not have passed what it says.
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    private Main() {}

    /// @param arguments `bugs`, `twins` and how many schedules, or `report` and a bug's name
    static void main(String[] arguments) {
        switch (arguments[0]) {
            case "bugs" -> bugs();
            case "twins" -> twins(Integer.parseInt(arguments[1]));
            case "report" -> report(arguments[1]);
            default -> throw new IllegalArgumentException("expected bugs, twins or report, got " + arguments[0]);
        }
    }

    private static void bugs() {
        int seeds = Explorer.DEFAULT_SEEDS;
        IO.println("%-28s %8s %8s %10s".formatted("bug", "found by", "first", "time"));
        for (PlantedBug bug : PlantedBugs.ALL) {
            long began = System.nanoTime();
            List<Long> failing = Explorer.seeds(seeds).failing(bug::broken);
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            String first = failing.isEmpty() ? "none" : failing.getFirst().toString();
            IO.println("%-28s %8d %8s %7d ms".formatted(nameOf(bug), failing.size(), first, millis));
        }
        IO.println("found by: how many of %d schedules show it; first: the first seed that does".formatted(seeds));
    }

    private static void twins(int seeds) {
        for (PlantedBug bug : PlantedBugs.ALL) {
            Explored explored = Explorer.seeds(seeds).within(NO_LIMIT).each(bug::corrected);
            IO.println("%-28s passed %d schedules".formatted(nameOf(bug), explored.schedules()));
        }
    }

    private static void report(String name) {
        for (PlantedBug bug : PlantedBugs.ALL) {
            if (nameOf(bug).equals(name)) {
                try {
                    Explorer.explore(bug::broken);
                } catch (AssertionError e) {
                    IO.println(e.getMessage());
                }
                return;
            }
        }
        System.err.println("No planted bug \"%s\". All of them: %s"
                .formatted(name, System.getProperty("learn.command", "./learn schedules")));
        System.exit(2);
    }

    private static String nameOf(PlantedBug bug) {
        return bug.getClass().getSimpleName();
    }
}

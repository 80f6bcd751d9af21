package asyncjava.taskrunner;

import asyncjava.common.cli.BadInput;
import asyncjava.common.cli.Durations;
import asyncjava.common.cli.InputFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Where the tasks come from: a number of them, names, or a file.
final class TaskSource {

    private TaskSource() {}

    /// Tasks called `task-1` to `task-n`.
    static List<SimulatedTask> numbered(int count, Duration delay) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new SimulatedTask("task-" + i, delay, false))
                .toList();
    }

    static List<SimulatedTask> named(List<String> names, Duration delay) {
        if (names.stream().anyMatch(String::isBlank)) {
            throw new BadInput("NAME", "", "names that are not blank");
        }
        return names.stream().map(name -> new SimulatedTask(name, delay, false)).toList();
    }

    /// Reads a task per line: its name, then its delay if not the default, then `fail` if it shall. Blank lines
    /// and lines that begin with `#` do not count.
    ///
    /// @throws BadInput naming the file, and the line that cannot be read as a task
    static List<SimulatedTask> file(Path file, Duration delay) {
        return InputFile.read("--input", file, "task").stream()
                .map(line -> parse(line.text(), delay, line.place()))
                .toList();
    }

    /// The same tasks, `failing` of them made to fail, spread evenly.
    static List<SimulatedTask> withFailures(List<SimulatedTask> tasks, int failing) {
        long count = tasks.size();
        return IntStream.range(0, tasks.size())
                .mapToObj(i -> (i + 1L) * failing / count > (long) i * failing / count
                        ? tasks.get(i).failing()
                        : tasks.get(i))
                .toList();
    }

    private static SimulatedTask parse(String line, Duration delay, String place) {
        List<String> words = new ArrayList<>(List.of(line.split("\\s+", -1)));
        String name = words.removeFirst();
        boolean fails = !words.isEmpty() && words.getLast().equals("fail");
        if (fails) {
            words.removeLast();
        }
        try {
            return switch (words.size()) {
                case 0 -> new SimulatedTask(name, delay, fails);
                case 1 -> new SimulatedTask(name, Durations.parse(words.getFirst()), fails);
                default -> throw new IllegalArgumentException("too many words");
            };
        } catch (IllegalArgumentException e) {
            throw new BadInput(place, line, "NAME [DELAY] [fail], such as: api-b 300ms fail");
        }
    }
}

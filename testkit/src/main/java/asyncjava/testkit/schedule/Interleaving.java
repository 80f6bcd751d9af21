package asyncjava.testkit.schedule;

import asyncjava.testkit.Drawing;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws who had the turn when: time goes down the page, each thread has a lane, and a line says where its
/// turn ended. For somebody who listens, a sentence per turn says the same.
final class Interleaving {

    /// The end is where it went wrong; more than this nobody reads.
    private static final int MOST_SHOWN = 60;

    private static final int WIDEST = 60;
    private static final String TURN = "●";

    private final List<Step> steps;
    private final int skipped;
    private final List<String> threads;

    private Interleaving(List<Step> steps) {
        this.steps = steps;
        skipped = Math.max(0, steps.size() - MOST_SHOWN);
        threads = steps.stream()
                .skip(skipped)
                .map(Step::actor)
                .distinct()
                .sorted(Comparator.comparingInt(Actor::number))
                .map(Actor::name)
                .toList();
    }

    static String of(List<Step> steps) {
        return of(steps, Drawing.isPlain());
    }

    static String of(List<Step> steps, boolean plain) {
        Interleaving all = new Interleaving(List.copyOf(steps));
        return plain ? all.tell() : all.draw();
    }

    private String tell() {
        String head = skipped == 0 ? "" : skipped + " steps came before these.\n";
        return IntStream.range(skipped, steps.size())
                .mapToObj(i -> sentence(i + 1, steps.get(i)))
                .collect(Collectors.joining("", head, ""));
    }

    private static String sentence(int number, Step step) {
        String end = end(step);
        return "Step %d, %s%s.\n".formatted(number, step.actor().name(), end.isEmpty() ? "" : ": " + end);
    }

    private static String end(Step step) {
        return step.stop().map(Stop::inWords).orElse("");
    }

    private String draw() {
        String head = line("step", lanes(name -> name), "");
        String gap = skipped == 0 ? "" : line("...", "", "");
        return IntStream.range(skipped, steps.size())
                .mapToObj(i -> turn(i + 1, steps.get(i)))
                .collect(Collectors.joining("", head + gap, ""));
    }

    private String turn(int number, Step step) {
        String thread = step.actor().name();
        return line(Integer.toString(number), lanes(name -> name.equals(thread) ? TURN : ""), end(step));
    }

    /// A column for each thread, or, where they are too many, one with the name of whoever has the turn.
    private String lanes(Function<String, String> mark) {
        int width = threads.stream().mapToInt(name -> name.length() + 2).sum();
        if (width <= WIDEST) {
            return threads.stream()
                    .map(name -> ("%-" + (name.length() + 2) + "s").formatted(mark.apply(name)))
                    .collect(Collectors.joining());
        }
        int longest = threads.stream().mapToInt(String::length).max().orElse(0);
        List<String> marked =
                threads.stream().filter(name -> !mark.apply(name).isEmpty()).toList();
        return ("%-" + (longest + 2) + "s").formatted(marked.size() == 1 ? marked.getFirst() : "thread");
    }

    private static String line(String number, String lanes, String stop) {
        return "  %4s  %s%s".formatted(number, lanes, stop).stripTrailing() + "\n";
    }
}

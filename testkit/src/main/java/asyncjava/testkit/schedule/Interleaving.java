package asyncjava.testkit.schedule;

import asyncjava.testkit.Drawing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws who had the turn when: time goes down the page, each thread has a lane, and a line says where its
/// turn ended. For somebody who listens, a sentence per turn says the same. Turns that come again and again,
/// such as those of a timer, are drawn once.
///
/// Where there are many, pauses after which the same thread went on are left out, and of the rest the last are
/// shown, since the end is where it went wrong, mostly: nobody reads more who has not asked for it.
final class Interleaving {

    private static final int MOST_SHOWN = 20;

    private static final int LONGEST_CYCLE = 10;
    private static final int OFTEN = 3;

    private static final int WIDEST = 60;
    private static final String TURN = "●";

    private final List<DrawnTurn> turns;
    private final List<Row> rows;
    private final List<String> threads;

    /// A turn or, where `times` is not 0, so many turns as above, so many times more.
    ///
    /// @param first the number of its first turn, from 0
    private record Row(int first, int turns, int times) {}

    private Interleaving(List<DrawnTurn> turns, int most) {
        this.turns = turns;
        List<Row> all = folded(
                turns.stream().map(turn -> turn.actor().name() + turn.end()).toList());
        int skipped = Math.max(0, all.size() - most);
        // The same as what is not shown tells nobody anything.
        boolean begins = skipped == 0 || all.get(skipped).times() == 0;
        rows = all.subList(begins ? skipped : skipped + 1, all.size());
        threads = rows.stream()
                .map(row -> turns.get(row.first()).actor())
                .distinct()
                .sorted(Comparator.comparingInt(Actor::number))
                .map(Actor::name)
                .toList();
    }

    /// @param whole whether all steps are shown, however many there are
    static String of(List<Step> steps, boolean whole) {
        return of(steps, whole, Drawing.isPlain());
    }

    static String of(List<Step> steps, boolean whole, boolean plain) {
        List<DrawnTurn> turns = DrawnTurn.each(steps);
        if (!whole && turns.size() > MOST_SHOWN) {
            turns = DrawnTurn.joined(turns);
        }
        Interleaving shown = new Interleaving(turns, whole ? Integer.MAX_VALUE : MOST_SHOWN);
        return plain ? shown.tell() : shown.draw();
    }

    private static List<Row> folded(List<String> turns) {
        List<Row> rows = new ArrayList<>();
        for (int next = 0; next < turns.size(); ) {
            Row cycle = cycleAt(turns, next);
            for (int i = 0; i < cycle.turns(); i++) {
                rows.add(new Row(next + i, 1, 0));
            }
            next += cycle.turns();
            if (cycle.times() > 0) {
                rows.add(new Row(next, cycle.turns(), cycle.times()));
                next += cycle.turns() * cycle.times();
            }
        }
        return rows;
    }

    /// The one that folds most turns; a turn alone where nothing comes again often.
    private static Row cycleAt(List<String> turns, int first) {
        return IntStream.rangeClosed(1, LONGEST_CYCLE)
                .mapToObj(length -> new Row(first, length, repeats(turns, first, length)))
                .filter(cycle -> cycle.times() + 1 >= OFTEN)
                .max(Comparator.comparingInt(cycle -> cycle.turns() * cycle.times()))
                .orElse(new Row(first, 1, 0));
    }

    /// How often so many turns come again right after themselves.
    private static int repeats(List<String> turns, int first, int length) {
        int end = first + length;
        while (end < turns.size() && turns.get(end).equals(turns.get(end - length))) {
            end++;
        }
        return (end - first) / length - 1;
    }

    private int skipped() {
        return rows.isEmpty() ? 0 : stepsBefore(rows.getFirst());
    }

    private int stepsBefore(Row row) {
        return row.first() == 0 ? 0 : turns.get(row.first() - 1).number();
    }

    private String tell() {
        String head = skipped() == 0 ? "" : skipped() + " steps came before these.\n";
        return rows.stream().map(this::sentence).collect(Collectors.joining("", head, ""));
    }

    private String sentence(Row row) {
        if (row.times() > 0) {
            int end = row.first() + row.turns() * row.times();
            return "Steps %d to %d: %s.\n"
                    .formatted(stepsBefore(row) + 1, turns.get(end - 1).number(), again(row));
        }
        DrawnTurn turn = turns.get(row.first());
        String end = turn.end();
        return "Step %d, %s%s.\n".formatted(turn.number(), turn.actor().name(), end.isEmpty() ? "" : ": " + end);
    }

    private static String again(Row row) {
        return "%s %s more"
                .formatted(
                        row.turns() == 1 ? "the same" : "the same " + Numbers.inWords(row.turns()),
                        row.times() == 2 ? "twice" : Numbers.inWords(row.times()) + " times");
    }

    private String draw() {
        String head = line("step", lanes(name -> name), "");
        String gap = skipped() == 0 ? "" : line("...", "", "");
        return rows.stream().map(this::turn).collect(Collectors.joining("", head + gap, ""));
    }

    private String turn(Row row) {
        if (row.times() > 0) {
            return line("...", again(row), "");
        }
        DrawnTurn turn = turns.get(row.first());
        String thread = turn.actor().name();
        return line(Integer.toString(turn.number()), lanes(name -> name.equals(thread) ? TURN : ""), turn.end());
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
        return " %5s  %s%s".formatted(number, lanes, stop).stripTrailing() + "\n";
    }
}

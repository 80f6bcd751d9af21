package asyncjava.testkit.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a thread did until another went on: a step, or several that pauses divide.
///
/// @param number that of its last step, from 1
/// @param last its last step
record DrawnTurn(int number, Step last) {

    /// One for each step, even where the same thread goes on.
    static List<DrawnTurn> each(List<Step> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> new DrawnTurn(i + 1, steps.get(i)))
                .toList();
    }

    /// They without those that end in a pause after which the same thread goes on.
    static List<DrawnTurn> joined(List<DrawnTurn> turns) {
        List<DrawnTurn> joined = new ArrayList<>();
        for (DrawnTurn next : turns) {
            if (!joined.isEmpty() && joined.getLast().goesOnIn(next)) {
                joined.removeLast();
            }
            joined.add(next);
        }
        return joined;
    }

    private boolean goesOnIn(DrawnTurn next) {
        return last.actor().equals(next.last.actor())
                && last.stop().filter(stop -> stop.kind() == Stop.Kind.PAUSES).isPresent();
    }

    Actor actor() {
        return last.actor();
    }

    /// Such as `waits in Semaphore.acquire, at Pool.borrow (Pool.java:31)`; empty where nobody looked.
    String end() {
        return last.stop().map(Stop::inWords).orElse("");
    }
}

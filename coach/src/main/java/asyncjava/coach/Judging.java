package asyncjava.coach;

import asyncjava.coach.course.Exercise;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what it means for a learner's code how an exercise is judged.
final class Judging {

    private static final Map<String, String> MEANINGS = Map.of(
            "gates", "the tests hold each piece of work back until they let it go on, however fast the machine is",
            "virtual time", "the clock is the tests', and jumps to the next moment when everybody waits for it",
            "seeds", "your code runs many times, each time with its threads in another order");

    private Judging() {}

    static String of(Exercise exercise) {
        return Stream.of(exercise.judge().split(",\\s*", -1))
                .map(judge -> MEANINGS.containsKey(judge) ? judge + " (" + MEANINGS.get(judge) + ")" : judge)
                .collect(Collectors.joining(", "));
    }
}

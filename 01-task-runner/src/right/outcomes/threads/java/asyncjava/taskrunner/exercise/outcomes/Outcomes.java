package asyncjava.taskrunner.exercise.outcomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        Outcome[] outcomes = new Outcome[calls.size()];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            int place = i;
            threads.add(Thread.ofPlatform().start(() -> outcomes[place] = outcomeOf(calls.get(place))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Arrays.asList(outcomes);
    }

    private static Outcome outcomeOf(Callable<String> call) {
        try {
            return new Outcome.Answer(call.call());
        } catch (Exception e) {
            return new Outcome.Failure(e);
        }
    }
}

package asyncjava.taskrunner.exercise.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) {
        Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<String> call : calls) {
                executor.execute(() -> {
                    try {
                        outcomes.add(new Outcome.Answer(call.call()));
                    } catch (Exception e) {
                        outcomes.add(new Outcome.Failure(e));
                    }
                });
            }
        }
        return new ArrayList<>(outcomes);
    }
}

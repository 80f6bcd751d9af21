package asyncjava.taskrunner.exercise.delays;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        List<String> answers = Collections.synchronizedList(new ArrayList<>());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<String> call : calls) {
                executor.submit(() -> answers.add(call.call()));
            }
        }
        return answers;
    }
}

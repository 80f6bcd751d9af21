package asyncjava.taskrunner.exercise.delays;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        List<String> answers = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<String> call : calls) {
                answers.add(executor.submit(call).get());
            }
        }
        return answers;
    }
}

package asyncjava.taskrunner.exercise.delays;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(20);
        List<String> answers = new ArrayList<>();
        for (Future<String> done : executor.invokeAll(calls)) {
            answers.add(done.get());
        }
        return answers;
    }
}

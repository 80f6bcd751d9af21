package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        return calls.parallelStream().map(Delays::answerOf).toList();
    }

    private static String answerOf(Callable<String> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

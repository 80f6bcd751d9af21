package asyncjava.taskrunner.exercise.failfast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Callable<String> call : calls) {
            answers.add(call.call());
        }
        return answers;
    }
}

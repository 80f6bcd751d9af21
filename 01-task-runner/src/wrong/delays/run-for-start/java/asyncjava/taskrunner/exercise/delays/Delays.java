package asyncjava.taskrunner.exercise.delays;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) throws InterruptedException {
        String[] answers = new String[calls.size()];
        Thread[] threads = new Thread[calls.size()];
        for (int i = 0; i < answers.length; i++) {
            int place = i;
            threads[i] = new Thread(() -> {
                try {
                    answers[place] = calls.get(place).call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[i].run();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Arrays.asList(answers);
    }
}

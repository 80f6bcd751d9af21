package asyncjava.taskrunner.exercise.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        String[] answers = new String[calls.size()];
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            int place = i;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    answers[place] = calls.get(place).call();
                } catch (Exception e) {
                    failure.set(e);
                }
            }));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            threads.get(i).join();
        }
        for (String answer : answers) {
            outcomes.add(answer == null ? new Outcome.Failure(failure.get()) : new Outcome.Answer(answer));
        }
        return outcomes;
    }
}

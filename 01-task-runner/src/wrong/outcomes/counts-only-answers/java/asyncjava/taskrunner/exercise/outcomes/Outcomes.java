package asyncjava.taskrunner.exercise.outcomes;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        Outcome[] outcomes = new Outcome[calls.size()];
        CountDownLatch done = new CountDownLatch(calls.size());
        for (int i = 0; i < outcomes.length; i++) {
            int place = i;
            Thread.ofPlatform().start(() -> {
                try {
                    outcomes[place] = new Outcome.Answer(calls.get(place).call());
                    done.countDown();
                } catch (Exception e) {
                    outcomes[place] = new Outcome.Failure(e);
                }
            });
        }
        done.await();
        return Arrays.asList(outcomes);
    }
}

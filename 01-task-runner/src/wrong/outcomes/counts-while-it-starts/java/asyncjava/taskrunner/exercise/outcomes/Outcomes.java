package asyncjava.taskrunner.exercise.outcomes;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) throws InterruptedException {
        if (calls.isEmpty()) {
            return List.of();
        }
        Outcome[] answers = new Outcome[calls.size()];
        AtomicInteger underWay = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < answers.length; i++) {
            int place = i;
            Callable<String> call = calls.get(i);
            underWay.incrementAndGet();
            Thread.startVirtualThread(() -> {
                try {
                    answers[place] = new Outcome.Answer(call.call());
                } catch (Exception e) {
                    answers[place] = new Outcome.Failure(e);
                } finally {
                    if (underWay.decrementAndGet() == 0) {
                        done.countDown();
                    }
                }
            });
        }
        done.await();
        return Arrays.asList(answers);
    }
}

package asyncjava.taskrunner.exercise.failfast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        String[] answers = new String[calls.size()];
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        for (int i = 0; i < answers.length; i++) {
            int place = i;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    started.await();
                    answers[place] = calls.get(place).call();
                } catch (Exception e) {
                    failure.set(e);
                    threads.forEach(Thread::interrupt);
                }
            }));
        }
        started.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return Arrays.asList(answers);
    }
}

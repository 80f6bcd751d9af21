package asyncjava.taskrunner.exercise.failfast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        String[] answers = new String[calls.size()];
        BlockingQueue<Optional<Exception>> ended = new ArrayBlockingQueue<>(1);
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < answers.length; i++) {
                int place = i;
                threads.add(Thread.startVirtualThread(() -> {
                    Optional<Exception> end;
                    try {
                        answers[place] = calls.get(place).call();
                        end = Optional.empty();
                    } catch (Exception e) {
                        end = Optional.of(e);
                    }
                    try {
                        ended.put(end);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
            for (int i = 0; i < answers.length; i++) {
                Optional<Exception> failure = ended.take();
                if (failure.isPresent()) {
                    throw failure.get();
                }
            }
            return Arrays.asList(answers);
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }
}

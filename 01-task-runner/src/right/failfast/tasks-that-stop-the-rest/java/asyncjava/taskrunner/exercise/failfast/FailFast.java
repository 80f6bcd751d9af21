package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) throws Exception {
        AtomicReference<Exception> first = new AtomicReference<>();
        CountDownLatch failed = new CountDownLatch(1);
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            List<Future<String>> answers = calls.stream()
                    .map(call -> executor.submit(() -> {
                        try {
                            return call.call();
                        } catch (Exception e) {
                            first.compareAndSet(null, e);
                            failed.countDown();
                            throw e;
                        }
                    }))
                    .toList();
            Thread watcher = Thread.ofVirtual().start(() -> {
                for (Future<String> answer : answers) {
                    try {
                        answer.get();
                    } catch (Exception _) {
                        return;
                    }
                }
                failed.countDown();
            });
            try {
                failed.await();
            } finally {
                watcher.interrupt();
            }
            if (first.get() != null) {
                throw new IllegalStateException("a call failed", first.get());
            }
            return answers.stream().map(Future::resultNow).toList();
        } finally {
            executor.shutdownNow();
        }
    }
}

package asyncjava.testkit.planted;

import asyncjava.testkit.schedule.Schedule;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A task hands a part of its work to the pool in which it runs itself, and waits for it. When as many
/// such tasks run as the pool has threads, none is left for any of the parts, and all wait for ever. What
/// a task waits for needs another pool.
final class PoolStarvation implements PlantedBug {

    @Override
    public String verdict() {
        return "what should complete it was never started";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        try (ExecutorService cooks = Executors.newFixedThreadPool(2, schedule.threads())) {
            serveTwo(schedule, cooks, cooks);
        }
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        try (ExecutorService cooks = Executors.newFixedThreadPool(2, schedule.threads());
                ExecutorService toasters = Executors.newFixedThreadPool(2, schedule.threads())) {
            serveTwo(schedule, cooks, toasters);
        }
    }

    private static void serveTwo(Schedule schedule, ExecutorService cooks, ExecutorService toasters)
            throws InterruptedException {
        schedule.together(() -> breakfast(cooks, toasters), () -> breakfast(cooks, toasters));
    }

    private static String breakfast(ExecutorService cooks, ExecutorService toasters)
            throws InterruptedException, ExecutionException {
        Future<String> breakfast = cooks.submit(() -> {
            Future<String> toast = toasters.submit(() -> "toast");
            return "eggs and " + toast.get();
        });
        return breakfast.get();
    }
}

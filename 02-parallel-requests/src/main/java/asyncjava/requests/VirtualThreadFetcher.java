package asyncjava.requests;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// A virtual thread for every request, and a semaphore for how many of them may ask at once. The threads that wait for
/// their turn cost a kilobyte each; the connections are what has to be rationed.
final class VirtualThreadFetcher implements Fetcher {

    private final BlockingClient client;
    private final int atOnce;

    VirtualThreadFetcher(Limits limits) {
        client = new BlockingClient(limits.timeout());
        atOnce = limits.atOnce();
    }

    @Override
    public List<Result> fetchAll(List<Request> requests) throws InterruptedException {
        Semaphore turns = new Semaphore(atOnce);
        AtomicBoolean stopped = new AtomicBoolean();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Result>> calls = requests.stream()
                    .<Callable<Result>>map(request -> () -> fetchInTurn(request, turns, stopped))
                    .toList();
            return executor.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private Result fetchInTurn(Request request, Semaphore turns, AtomicBoolean stopped) throws InterruptedException {
        turns.acquire();
        try {
            // Whoever is interrupted first gives its turn back, and the next must not begin with it.
            if (stopped.get()) {
                throw new InterruptedException();
            }
            return client.fetch(request); // its time begins here, not while it waits for its turn
        } catch (InterruptedException e) {
            stopped.set(true);
            throw e;
        } finally {
            turns.release();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

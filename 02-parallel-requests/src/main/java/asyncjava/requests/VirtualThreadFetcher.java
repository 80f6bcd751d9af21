package asyncjava.requests;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// A virtual thread for every request, and a semaphore for how many of them may ask at once. The threads that wait for
/// their turn cost a kilobyte each; the connections are what has to be rationed.
final class VirtualThreadFetcher implements Fetcher {

    private final BlockingClient client;
    private final Semaphore turns;

    VirtualThreadFetcher(Limits limits) {
        client = new BlockingClient(limits.timeout());
        turns = new Semaphore(limits.atOnce());
    }

    @Override
    public List<Result> fetchAll(List<Request> requests) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Result>> calls = requests.stream().map(this::inTurn).toList();
            return executor.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private Callable<Result> inTurn(Request request) {
        return () -> {
            turns.acquire();
            try {
                return client.fetch(request); // its time begins here, not while it waits for its turn
            } finally {
                turns.release();
            }
        };
    }

    @Override
    public void close() {
        client.close();
    }
}

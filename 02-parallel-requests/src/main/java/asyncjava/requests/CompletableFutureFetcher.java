package asyncjava.requests;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// `sendAsync`, and a stage that begins the next request when one has ended: as many such chains as requests may be
/// under way at once. No thread waits for any of them.
final class CompletableFutureFetcher implements Fetcher {

    private final HttpClient client = JdkClient.open();
    private final int atOnce;
    private final Duration timeout;

    CompletableFutureFetcher(Limits limits) {
        atOnce = limits.atOnce();
        timeout = limits.timeout();
    }

    @Override
    public List<Result> fetchAll(List<Request> requests) throws InterruptedException {
        Batch batch = new Batch(requests);
        batch.begin();
        try {
            batch.ended.get();
            return Arrays.asList(batch.results);
        } catch (InterruptedException e) {
            batch.cancel();
            batch.ended.join();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a failure is handled in its own stage", e);
        }
    }

    @Override
    public void close() {
        JdkClient.close(client);
    }

    private final class Batch {

        private final List<Request> requests;
        private final Result[] results;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger chains;
        private final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final Map<Integer, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
        private volatile boolean cancelled;

        Batch(List<Request> requests) {
            this.requests = requests;
            results = new Result[requests.size()];
            chains = new AtomicInteger(atOnce);
        }

        void begin() {
            for (int i = 0; i < atOnce; i++) {
                fetchNext();
            }
        }

        private void fetchNext() {
            int place = next.getAndIncrement();
            if (place >= results.length || cancelled) {
                if (chains.decrementAndGet() == 0) {
                    ended.complete(null);
                }
                return;
            }
            // On another thread: a long row of requests that fail at once would be as deep a stack.
            var _ = fetch(place).whenCompleteAsync((result, bug) -> {
                if (bug != null) {
                    ended.completeExceptionally(bug);
                }
                results[place] = result;
                fetchNext();
            });
        }

        private CompletableFuture<Result> fetch(int place) {
            Request request = requests.get(place);
            Transfer transfer = request.begin(timeout);
            CompletableFuture<HttpResponse<Void>> sent =
                    client.sendAsync(JdkClient.get(request.uri()), TransferSubscriber.handler(transfer));
            underWay.put(place, sent);
            if (cancelled) {
                sent.cancel(true);
            }
            // The time limit lies on a copy, since it is no more than a message that somebody waits in vain. What ends
            // the request, and closes its connection, is cancel(true) of the future that sendAsync returned.
            return sent.copy()
                    .orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
                    .handle((_, failure) -> {
                        underWay.remove(place);
                        if (failure == null) {
                            return transfer.end();
                        }
                        Result failed = transfer.fail(failure);
                        sent.cancel(true);
                        return failed;
                    });
        }

        void cancel() {
            cancelled = true;
            underWay.values().forEach(sent -> sent.cancel(true));
        }
    }
}

package asyncjava.requests;

import java.util.ArrayList;
import java.util.List;

/// One after another: the waits add up.
final class SequentialFetcher implements Fetcher {

    private final BlockingClient client;

    SequentialFetcher(Limits limits) {
        client = new BlockingClient(limits.timeout());
    }

    @Override
    public List<Result> fetchAll(List<Request> requests) throws InterruptedException {
        List<Result> results = new ArrayList<>(requests.size());
        for (Request request : requests) {
            results.add(client.fetch(request));
        }
        return results;
    }

    @Override
    public void close() {
        client.close();
    }
}

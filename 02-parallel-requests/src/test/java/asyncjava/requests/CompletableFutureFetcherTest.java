package asyncjava.requests;

final class CompletableFutureFetcherTest extends FetcherContract {

    @Override
    Fetcher open(Limits limits) {
        return new CompletableFutureFetcher(limits);
    }

    @Override
    int underWay(int limit) {
        return limit;
    }
}

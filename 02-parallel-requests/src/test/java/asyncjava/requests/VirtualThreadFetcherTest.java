package asyncjava.requests;

final class VirtualThreadFetcherTest extends FetcherContract {

    @Override
    Fetcher open(Limits limits) {
        return new VirtualThreadFetcher(limits);
    }

    @Override
    int underWay(int limit) {
        return limit;
    }
}

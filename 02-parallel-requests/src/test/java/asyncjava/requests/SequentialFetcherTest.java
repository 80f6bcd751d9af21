package asyncjava.requests;

final class SequentialFetcherTest extends FetcherContract {

    @Override
    Fetcher open(Limits limits) {
        return new SequentialFetcher(limits);
    }

    @Override
    int underWay(int limit) {
        return 1;
    }
}

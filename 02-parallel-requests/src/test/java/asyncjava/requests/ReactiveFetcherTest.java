package asyncjava.requests;

final class ReactiveFetcherTest extends FetcherContract {

    @Override
    Fetcher open(Limits limits) {
        return new ReactiveFetcher(limits);
    }

    @Override
    int underWay(int limit) {
        return limit;
    }
}

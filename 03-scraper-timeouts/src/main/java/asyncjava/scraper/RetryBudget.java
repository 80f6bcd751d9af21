package asyncjava.scraper;

/// How many retries all pages together can afford. Each costs five tokens, each success earns one: where
/// now and then a page fails there is always enough, and where nothing works any more the retries soon end,
/// however many pages there are. Without it, whoever is down is asked three times as often as when it is
/// up.
///
/// After the [token bucket of the AWS
/// SDKs](https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
final class RetryBudget {

    static final int FULL = 500;
    static final int A_RETRY = 5;

    private int tokens = FULL;

    synchronized boolean pay() {
        if (tokens < A_RETRY) {
            return false;
        }
        tokens -= A_RETRY;
        return true;
    }

    synchronized void earn() {
        tokens = Math.min(FULL, tokens + 1);
    }
}

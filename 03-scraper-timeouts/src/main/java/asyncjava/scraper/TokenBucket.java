package asyncjava.scraper;

import java.util.function.LongSupplier;

/// Says when the next request may begin: a bucket that holds a few tokens, into which one drops every so
/// often, and from which every request takes one. So there may be a burst of as many as the bucket holds,
/// and after that no more than drop in; in any second no more than the rate and the burst together.
///
/// It does not wait: how that is done is a matter of style. Who has to wait has taken nothing, and so need
/// not give anything back when it gives up.
final class TokenBucket {

    private final double perNano;
    private final int most;
    private final LongSupplier nanoTime;
    private double tokens;
    private long seen;

    /// A full bucket.
    ///
    /// @param perSecond how many tokens drop in
    /// @param most how many it holds
    TokenBucket(double perSecond, int most, LongSupplier nanoTime) {
        perNano = perSecond / 1e9;
        this.most = most;
        this.nanoTime = nanoTime;
        tokens = most;
        seen = nanoTime.getAsLong();
    }

    /// Takes a token, if there is one.
    ///
    /// @return 0 when it was taken; or else how many nanoseconds to wait until there is one for somebody
    synchronized long take() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(most, tokens + (now - seen) * perNano);
        seen = now;
        if (tokens >= 1) {
            tokens -= 1;
            return 0;
        }
        return (long) Math.ceil((1 - tokens) / perNano);
    }
}

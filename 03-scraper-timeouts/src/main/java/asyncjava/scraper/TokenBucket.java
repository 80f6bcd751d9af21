package asyncjava.scraper;

import java.util.function.LongSupplier;

/// Says when the next request may begin: a bucket that holds a few tokens, into which one drops every so
/// often, and from which every request takes one. So there may be a burst of as many as the bucket holds,
/// and after that no more than drop in; in any second no more than the rate and the burst together.
///
/// It does not wait: how that is done is a matter of style. Who has to wait has taken nothing, and so need
/// not give anything back when it gives up.
final class TokenBucket {

    private final long interval;
    private final long full;
    private final LongSupplier nanoTime;
    private long saved;
    private long seen;

    /// A full bucket.
    ///
    /// @param perSecond how many tokens drop in
    /// @param most how many it holds
    TokenBucket(double perSecond, int most, LongSupplier nanoTime) {
        interval = (long) Math.ceil(1e9 / perSecond);
        full = most * interval;
        this.nanoTime = nanoTime;
        saved = full;
        seen = nanoTime.getAsLong();
    }

    /// Takes a token, if there is one.
    ///
    /// @return 0 when it was taken; or else how many nanoseconds to wait until there is one for somebody
    synchronized long take() {
        long now = nanoTime.getAsLong();
        // Time is what is saved, not tokens: whole nanoseconds, of which none gets lost in a fraction.
        saved = Math.min(full, saved + (now - seen));
        seen = now;
        if (saved < interval) {
            return interval - saved;
        }
        saved -= interval;
        return 0;
    }
}

package asyncjava.scraper;

import asyncjava.scraper.Outcome.Failed;
import asyncjava.scraper.Outcome.Refused;
import asyncjava.scraper.Outcome.Scraped;
import asyncjava.scraper.Outcome.TimedOut;
import asyncjava.scraper.Reply.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One attempt at a page, from its first request through all redirects to its outcome. It does no I/O and
/// does not wait: it says what to ask, and is told what came, so that all styles share it.
///
/// A redirect is followed here and not by the client, because it is one more request: it needs a permit,
/// and the rate, of the host to which it leads.
final class Attempt {

    private static final List<Integer> LEAD_ON = List.of(301, 302, 303, 307, 308);

    private final Extraction extraction;
    private final Duration timeout;
    private Duration left;
    private int redirects;

    /// @param timeout for all its requests together
    Attempt(Extraction extraction, Duration timeout) {
        this.extraction = extraction;
        this.timeout = timeout;
        left = timeout;
    }

    /// What to do next.
    sealed interface Step {

        /// Ask for this, with so much time.
        record Ask(URI uri, Duration within) implements Step {}

        record Done(Outcome outcome) implements Step {}
    }

    Step begin(URI page) {
        return new Step.Ask(page, left);
    }

    /// Parses the page, if there is one: not for an event loop.
    Step after(Reply reply) {
        left = left.minus(reply.took());
        return switch (reply) {
            case Reply.None none -> new Step.Done(none.outcome());
            case Answer answer
            when LEAD_ON.contains(answer.status()) && !answer.location().isEmpty() -> follow(answer);
            case Answer answer -> new Step.Done(outcome(answer));
        };
    }

    private Step follow(Answer answer) {
        URI there;
        try {
            there = resolved(answer.uri(), answer.location());
        } catch (IllegalArgumentException e) {
            return new Step.Done(new Failed(new Unusable("redirected to no address: " + answer.location())));
        }
        if (!Target.isFetchable(there)) {
            return new Step.Done(new Failed(new Unusable("redirected to " + there)));
        }
        redirects++;
        return redirects > Limits.MOST_REDIRECTS
                ? new Step.Done(
                        new Failed(new Unusable("redirected more than %d times".formatted(Limits.MOST_REDIRECTS))))
                : left.isPositive()
                        ? new Step.Ask(there, left)
                        : new Step.Done(new TimedOut(Outcome.Clock.WHOLE, timeout));
    }

    /// `URI.resolve` goes by an older standard, in which a query alone replaces the name of the page too.
    private static URI resolved(URI from, String location) {
        String to = location.strip().replace(" ", "%20");
        return Target.ascii(from.resolve(to.startsWith("?") ? from.getRawPath() + to : to));
    }

    private Outcome outcome(Answer answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            Optional<Duration> retryAfter = RetryAfter.parse(answer.retryAfter(), Instant.now());
            return new Refused(answer.status(), retryAfter);
        }
        try {
            return new Scraped(extraction.of(answer));
        } catch (Unusable e) {
            return new Failed(e);
        }
    }
}

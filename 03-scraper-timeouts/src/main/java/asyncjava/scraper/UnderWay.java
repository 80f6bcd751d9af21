package asyncjava.scraper;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Timeline;
import asyncjava.scraper.Reply.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A request under way: what the timeline is told of it, and how far it had come when a clock ran out.
final class UnderWay {

    private static final Logger LOG = LoggerFactory.getLogger(UnderWay.class);

    private final URI uri;
    private final Limits limits;
    private final OpenSpan span;
    private final long began = System.nanoTime();
    private volatile Optional<Head> head = Optional.empty();

    /// @param header gives a header by its name, or an empty text
    private record Head(int status, UnaryOperator<String> header) {}

    UnderWay(URI uri, Limits limits, Timeline timeline) {
        this.uri = uri;
        this.limits = limits;
        span = timeline.open(uri.getPath());
        LOG.debug("{} is asked for", uri);
    }

    /// The headers have come.
    ///
    /// @param header gives a header by its name, or an empty text
    /// @return where its body goes
    Collected headersCame(int status, UnaryOperator<String> header) {
        LOG.debug("{} answers with status {}", uri, status);
        head = Optional.of(new Head(status, header));
        boolean wanted = status >= 200 && status <= 299 && Extraction.isPage(header.apply("Content-Type"));
        return new Collected(wanted, limits.largestBody());
    }

    /// All of the answer is here.
    Reply answer(byte[] body) {
        Head came = head.orElseThrow();
        UnaryOperator<String> header = came.header();
        int status = came.status();
        span.end(status < 400 ? asyncjava.common.timeline.Outcome.OK : asyncjava.common.timeline.Outcome.FAILED);
        return new Answer(
                uri,
                status,
                header.apply("Content-Type"),
                header.apply("Location"),
                header.apply("Retry-After"),
                body,
                took());
    }

    Reply none(Throwable failure) {
        span.end(asyncjava.common.timeline.Outcome.FAILED);
        return new Reply.None(Failures.outcome(failure, head.isPresent(), limits), took());
    }

    void cancelled() {
        span.end(asyncjava.common.timeline.Outcome.CANCELLED);
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

package asyncjava.requests;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One request under way: how much has come, and what becomes of it in the end.
///
/// Bytes and a time limit come from different threads, so that it may end while a piece is on its way. Whichever ends
/// it first decides; nothing is written afterwards.
final class Transfer {

    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);

    private final String name;
    private final OpenSpan span;
    private final Destination.Sink sink;
    private final Duration timeout;
    private final long began = System.nanoTime();
    private int status;
    private long bytes;
    private boolean ended;

    Transfer(String name, OpenSpan span, Destination.Sink sink, Duration timeout) {
        this.name = name;
        this.span = span;
        this.sink = sink;
        this.timeout = timeout;
        LOG.debug("{} begins", name);
    }

    /// The headers have come.
    synchronized void expect(int status, long length) throws IOException {
        requireUnderWay();
        this.status = status;
        LOG.debug("{} answers with status {}", name, status);
        sink.expect(status, length);
    }

    /// Some of the body has come.
    synchronized void receive(ByteBuffer piece) throws IOException {
        requireUnderWay();
        bytes += piece.remaining();
        sink.write(piece);
    }

    /// The whole body has come.
    synchronized Result end() {
        if (!ended) {
            try {
                sink.finish();
            } catch (IOException | UncheckedIOException e) {
                return fail(e);
            }
            ended = true;
        }
        Result.Answered answered = new Result.Answered(status, bytes, elapsed());
        span.end(answered.isOk() ? Outcome.OK : Outcome.FAILED);
        LOG.debug("{} has come, {} B", name, bytes);
        return answered;
    }

    /// There will be no more, for this reason.
    synchronized Result fail(Throwable failure) {
        Duration time = elapsed();
        if (!ended) {
            ended = true;
            sink.abandon();
            Throwable cause = Failures.cause(failure);
            boolean cancelled = cause instanceof InterruptedException || cause instanceof CancellationException;
            span.end(cancelled ? Outcome.CANCELLED : Outcome.FAILED);
        }
        String reason = Failures.inWords(failure, status, bytes, timeout);
        LOG.debug("{}: {}", name, reason);
        return new Result.Failed(reason, failure, bytes, time);
    }

    private void requireUnderWay() {
        if (ended) {
            throw new CancellationException("this request has ended already");
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

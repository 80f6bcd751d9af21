package asyncjava.requests;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    private final Consumer<Result> ended;
    private final long began = System.nanoTime();
    private int status;
    private long bytes;
    private @Nullable Result result;

    Transfer(String name, OpenSpan span, Destination.Sink sink, Duration timeout, Consumer<Result> ended) {
        this.name = name;
        this.span = span;
        this.sink = sink;
        this.timeout = timeout;
        this.ended = ended;
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
    ///
    /// @return what it became; a failure where that was decided before
    synchronized Result end() {
        if (result == null) {
            try {
                sink.finish();
            } catch (IOException e) {
                return fail(e);
            }
            result = became(new Result.Answered(status, bytes, elapsed()));
        }
        return result;
    }

    /// There will be no more, for this reason.
    ///
    /// @return what it became; an answer where that was decided before
    synchronized Result fail(Throwable failure) {
        if (result == null) {
            Duration time = elapsed();
            sink.abandon();
            String reason = Failures.inWords(failure, status, bytes, timeout);
            result = became(new Result.Failed(reason, failure, bytes, time));
        }
        return result;
    }

    private Result became(Result result) {
        span.end(
                result.isOk()
                        ? Outcome.OK
                        : result instanceof Result.Failed failed && Failures.isCancellation(failed.cause())
                                ? Outcome.CANCELLED
                                : Outcome.FAILED);
        LOG.debug("{} has ended: {}", name, result);
        ended.accept(result);
        return result;
    }

    private void requireUnderWay() {
        if (result != null) {
            throw new CancellationException("this request has ended already");
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

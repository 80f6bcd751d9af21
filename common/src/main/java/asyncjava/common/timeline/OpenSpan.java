package asyncjava.common.timeline;

import java.time.Duration;

/// A span under way. Only its first end counts, so that a race between completion and cancellation has one winner.
public final class OpenSpan {

    private final Timeline timeline;
    private final String name;
    private final String threadName;
    private final long threadId;
    private final long start;
    private long end;
    private Outcome outcome = Outcome.RUNNING;

    OpenSpan(Timeline timeline, String name, long start) {
        this.timeline = timeline;
        this.name = name;
        this.start = start;
        Thread thread = Thread.currentThread();
        threadName = thread.getName();
        threadId = thread.threadId();
    }

    /// Ends the span now, from any thread; does nothing when it has ended already.
    public synchronized void end(Outcome how) {
        if (how == Outcome.RUNNING) {
            throw new IllegalArgumentException("a span ends OK, FAILED or CANCELLED, was " + how);
        }
        if (outcome == Outcome.RUNNING) {
            end = timeline.ended(how);
            outcome = how;
        }
    }

    synchronized Span at(long now) {
        long until = outcome == Outcome.RUNNING ? Math.max(now, start) : end;
        return new Span(
                name, Duration.ofNanos(start), Duration.ofNanos(until), outcome, ThreadLabel.of(threadName, threadId));
    }
}

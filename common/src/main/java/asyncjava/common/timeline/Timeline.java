package asyncjava.common.timeline;

import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/// What happened when: spans of work, recorded from any thread and looked at afterwards, or while they run.
///
/// The counts, [#peakInFlight()] and [#makespan()] cover every span ever opened. The spans themselves are kept up to a
/// limit, first come first kept, so that a timeline of a program that never ends does not grow for ever.
public final class Timeline {

    /// How many spans a timeline keeps unless told otherwise.
    public static final int DEFAULT_LIMIT = 1_000_000;

    private final LongSupplier nanoTime;
    private final long origin;
    private final int limit;
    private final Queue<OpenSpan> kept = new ConcurrentLinkedQueue<>();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    // Counted from the origin, like every time in here: what System.nanoTime returns may be negative and may wrap
    // around.
    private final AtomicLong firstStart = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong lastEnd = new AtomicLong();
    // No LongAdder: with a million virtual threads, each waking into it for the first time, it made them all slower.
    private final Map<Outcome, AtomicLong> ended = Stream.of(Outcome.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new AtomicLong()));

    private Timeline(LongSupplier nanoTime, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, was " + limit);
        }
        this.nanoTime = nanoTime;
        this.limit = limit;
        origin = nanoTime.getAsLong();
    }

    /// A timeline that starts now and keeps up to [#DEFAULT_LIMIT] spans.
    public static Timeline start() {
        return keeping(DEFAULT_LIMIT);
    }

    /// A timeline that starts now and keeps the first `limit` spans; the others are only counted.
    public static Timeline keeping(int limit) {
        return new Timeline(System::nanoTime, limit);
    }

    /// A timeline on another clock, such as a test's virtual time, that keeps up to [#DEFAULT_LIMIT] spans.
    ///
    /// @param nanoTime nanoseconds from any fixed point, never going backwards
    public static Timeline on(LongSupplier nanoTime) {
        return new Timeline(nanoTime, DEFAULT_LIMIT);
    }

    /// Begins a span on the calling thread. Whoever opens it ends it, once, on any thread.
    public OpenSpan open(String name) {
        long place = opened.getAndIncrement();
        int running = inFlight.incrementAndGet();
        if (running > peak.get()) {
            peak.accumulateAndGet(running, Math::max);
        }
        long now = sinceOrigin();
        if (now < firstStart.get()) {
            firstStart.accumulateAndGet(now, Math::min);
        }
        OpenSpan span = new OpenSpan(this, name, now);
        if (place < limit) {
            kept.add(span);
        }
        return span;
    }

    /// Runs blocking work and records it. An interrupted or cancelled call counts as [Outcome#CANCELLED], and so does
    /// one that throws while its thread is interrupted; any other exception as [Outcome#FAILED]. All are thrown on.
    public <T> T record(String name, Callable<T> work) throws Exception {
        OpenSpan span = open(name);
        try {
            T result = work.call();
            span.end(Outcome.OK);
            return result;
        } catch (Throwable failure) {
            // Interrupted code does not always say so: block() and sockets throw exceptions of their own, the flag set.
            span.end(Thread.currentThread().isInterrupted() ? Outcome.CANCELLED : outcomeOf(failure));
            throw failure;
        }
    }

    /// The same work, recorded each time that it is subscribed to: from the subscription to its end or cancellation. An
    /// empty end is [Outcome#OK] as well.
    public <T> Mono<T> record(String name, Mono<T> work) {
        return Mono.defer(() -> {
            OpenSpan span = open(name);
            return work.doOnSuccess(_ -> span.end(Outcome.OK))
                    .doOnError(failure -> span.end(outcomeOf(failure)))
                    .doOnCancel(() -> span.end(Outcome.CANCELLED));
        });
    }

    /// The spans kept so far, by start; those that start together in the order in which they were opened.
    public List<Span> spans() {
        long now = sinceOrigin();
        return kept.stream()
                .map(span -> span.at(now))
                .sorted(Comparator.comparing(Span::start))
                .toList();
    }

    /// How many spans were opened, kept or not.
    public long opened() {
        return opened.get();
    }

    /// How many spans were opened but not kept.
    public long leftOut() {
        return Math.max(0, opened.get() - limit);
    }

    /// How many spans ended so, or are still running, kept or not.
    public long count(Outcome outcome) {
        return outcome == Outcome.RUNNING ? inFlight.get() : counter(outcome).get();
    }

    /// The most spans that were under way at once.
    public int peakInFlight() {
        return peak.get();
    }

    /// From the first start to the last end, or to now while something runs; zero when nothing was opened.
    public Duration makespan() {
        long end = inFlight.get() > 0 ? sinceOrigin() : lastEnd.get();
        return Duration.ofNanos(Math.max(0, end - firstStart.get()));
    }

    long ended(Outcome outcome) {
        long now = sinceOrigin();
        if (now > lastEnd.get()) {
            lastEnd.accumulateAndGet(now, Math::max);
        }
        counter(outcome).incrementAndGet();
        inFlight.decrementAndGet();
        return now;
    }

    private long sinceOrigin() {
        return Math.max(0, nanoTime.getAsLong() - origin);
    }

    private AtomicLong counter(Outcome outcome) {
        return Objects.requireNonNull(ended.get(outcome));
    }

    private static Outcome outcomeOf(Throwable failure) {
        return switch (failure) {
            // What a stage gets to see when the one before it was cancelled.
            case CompletionException wrapped
            when wrapped.getCause() instanceof CancellationException -> Outcome.CANCELLED;
            case InterruptedException _, CancellationException _, ClosedByInterruptException _ -> Outcome.CANCELLED;
            default -> Outcome.FAILED;
        };
    }
}

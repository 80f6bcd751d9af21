package asyncjava.queue;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that takes one order after another and does its steps.
///
/// The steps are not ours, and anything may happen in them. What they throw costs one order; an interrupt
/// that they leave behind is wiped away; and one that does not return costs this thread, which is then
/// given up, and another takes its [Station].
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkQueue<Order> queue;
    private final Limits limits;
    private final Handler handler;
    private final Listener listener;
    private final Station station;
    private final Thread thread;
    private final StepClock clock = new StepClock();
    private volatile Optional<Serving> serving = Optional.empty();

    /// An order that it serves.
    private record Serving(Lease<Order> lease, Order order, Step step, long began) {}

    Worker(WorkQueue<Order> queue, Limits limits, Handler handler, Listener listener, Station station) {
        this.queue = queue;
        this.limits = limits;
        this.handler = handler;
        this.listener = listener;
        this.station = station;
        thread = Thread.ofVirtual().name("worker-" + station.number()).unstarted(this::work);
    }

    Station station() {
        return station;
    }

    Thread thread() {
        return thread;
    }

    private void work() {
        boolean mine = true;
        while (mine) {
            Optional<Lease<Order>> next = take();
            if (next.isEmpty()) {
                return;
            }
            mine = serve(next.get());
        }
    }

    private Optional<Lease<Order>> take() {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // Only an abort interrupts a worker; then the next look finds the end. Anything else is of no concern.
                LOG.debug("interrupted while waiting for an order");
            }
        }
    }

    /// @return whether this thread still has its station
    private boolean serve(Lease<Order> lease) {
        long began = System.nanoTime();
        Order order = lease.item();
        while (order.next().isPresent()) {
            Step step = order.next().get();
            serving = Optional.of(new Serving(lease, order, step, began));
            for (int attempt = 1; ; attempt++) {
                if (queue.isAborted()) {
                    end(lease, began, order, listener::handedBack);
                    return true;
                }
                station.begins(order, step, attempt);
                clock.begin(limits.deadline().toNanos());
                Optional<Throwable> failure = attempt(order, step, attempt);
                if (!clock.end()) {
                    return false;
                }
                if (failure.isEmpty()) {
                    break;
                }
                if (attempt == limits.attempts() && !queue.isAborted()) {
                    DeadLetter letter = DeadLetter.failed(order, step, failure.get());
                    end(lease, began, letter, listener::dead);
                    return true;
                }
                pause(attempt);
            }
            order = order.afterStep();
        }
        end(lease, began, order, listener::done);
        return true;
    }

    private Optional<Throwable> attempt(Order order, Step step, int attempt) {
        try {
            handler.handle(order, step, attempt);
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        } finally {
            // Whoever left it there, it was not meant for the next step. Of an abort the queue knows.
            boolean _ = Thread.interrupted();
        }
    }

    /// Returns early when it is interrupted: the next look at the queue finds out whether that was an abort.
    private void pause(int attempt) {
        if (queue.isAborted()) {
            return;
        }
        try {
            Thread.sleep(limits.pauseAfter(attempt, ThreadLocalRandom.current().nextDouble()));
        } catch (InterruptedException e) {
            LOG.debug("interrupted between two attempts");
        }
    }

    /// Tells of an order's end, and only then lets the customer's next order begin.
    private <T> void end(Lease<Order> lease, long began, T what, Consumer<T> tell) {
        try (lease) {
            serving = Optional.empty();
            station.ended(lease.waited(), System.nanoTime() - began);
            tell.accept(what);
        } catch (RuntimeException bug) {
            LOG.error("nobody could be told of {}", what, bug);
        }
    }

    /// Gives this thread up if its step is overdue. It is interrupted, and may end or not: whatever it
    /// still does is not heard of.
    ///
    /// @return whether another thread has to take the station
    boolean giveUpIfOverdue() {
        if (!clock.expire()) {
            return false;
        }
        Serving overdue = serving.orElseThrow();
        thread.interrupt();
        DeadLetter letter = DeadLetter.overdue(overdue.order(), overdue.step(), limits.deadline());
        end(overdue.lease(), overdue.began(), letter, listener::dead);
        return true;
    }
}

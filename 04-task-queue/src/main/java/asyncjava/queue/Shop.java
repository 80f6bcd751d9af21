package asyncjava.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings orders to a queue until there are no more, or somebody says stop, and sees to it that of every
/// order something is known in the end.
///
/// @param abortAfter when to break off, where that was asked for
/// @param grace how long what was accepted may take after Ctrl-C
record Shop(Iterator<Order> orders, Optional<Duration> abortAfter, Duration grace, Consumer<Order> unprocessed) {

    private static final Logger LOG = LoggerFactory.getLogger(Shop.class);

    /// Returns when all has ended; what was not brought to the queue any more is left unprocessed.
    ///
    /// @return whether an interrupt ended it
    boolean run(OrderQueue queue, Tally tally) {
        boolean interrupted = false;
        List<Order> inHand = new ArrayList<>();
        Thread alarm = Thread.ofVirtual().name("abort-after").start(() -> abortLater(queue));
        try {
            bringAll(queue, tally, inHand);
            queue.drain();
            boolean _ = queue.join(OrderQueue.FOR_EVER);
        } catch (InterruptedException stop) {
            interrupted = true;
            queue.drain();
            awaitGrace(queue);
        } finally {
            alarm.interrupt();
            queue.close();
            // As they came: what the queue had, what it had not yet, and what it never saw.
            inHand.forEach(unprocessed);
            orders.forEachRemaining(unprocessed);
        }
        return interrupted;
    }

    /// @param inHand keeps the order that the queue has not taken, when this ends early
    private void bringAll(OrderQueue queue, Tally tally, List<Order> inHand) throws InterruptedException {
        while (orders.hasNext()) {
            Order order = orders.next();
            inHand.add(order);
            Submitted said = queue.submit(order);
            if (said == Submitted.CLOSED) {
                return;
            }
            inHand.clear();
            if (said == Submitted.REFUSED) {
                unprocessed.accept(order);
            }
            tally.submitted(said);
            LOG.debug("{} is {}", order.id(), said == Submitted.ACCEPTED ? "accepted" : "refused");
        }
    }

    private void abortLater(OrderQueue queue) {
        try {
            if (abortAfter.isPresent()) {
                Thread.sleep(abortAfter.get());
                queue.abort();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitGrace(OrderQueue queue) {
        try {
            boolean _ = queue.join(grace);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt(); // twice is an end at once
        }
    }
}

package asyncjava.queue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what becomes of orders, while it happens.
final class Tally implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    /// How many dead letters are kept to be shown. They are all counted.
    static final int LETTERS_KEPT = 10;

    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder dead = new LongAdder();
    private final LongAdder handedBack = new LongAdder();
    private final List<DeadLetter> letters = new ArrayList<>(); // guarded by itself
    private final SalesWindow sales = new SalesWindow(InstantSource.system());
    private final Consumer<Order> unprocessed;

    /// @param unprocessed is given each order that nobody will process any more
    Tally(Consumer<Order> unprocessed) {
        this.unprocessed = unprocessed;
    }

    /// A queue has been brought an order, and said this.
    void submitted(Submitted said) {
        (said == Submitted.ACCEPTED ? accepted : refused).increment();
    }

    @Override
    public void done(Order order) {
        done.increment();
        sales.sold(order);
        LOG.debug("{} is done", order.id());
    }

    @Override
    public void dead(DeadLetter letter) {
        dead.increment();
        synchronized (letters) {
            if (letters.size() < LETTERS_KEPT) {
                letters.add(letter);
            }
        }
        LOG.debug("{} is dead, at {}: {}", letter.order().id(), letter.step(), letter.reason());
    }

    @Override
    public void handedBack(Order order) {
        handedBack.increment();
        unprocessed.accept(order);
        LOG.debug("{} is handed back", order.id());
    }

    SalesWindow sales() {
        return sales;
    }

    long doneSoFar() {
        return done.sum();
    }

    long deadSoFar() {
        return dead.sum();
    }

    /// When all has ended.
    Account account(Glance glance) {
        synchronized (letters) {
            return new Account(
                    accepted.sum(),
                    refused.sum(),
                    done.sum(),
                    dead.sum(),
                    handedBack.sum(),
                    List.copyOf(letters),
                    glance);
        }
    }
}

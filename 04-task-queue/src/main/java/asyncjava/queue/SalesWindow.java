package asyncjava.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was sold in the last minute, while it goes on.
///
/// It remembers sums, and not sales: a ring of sixty, for a second each. So its memory is the same for ten
/// sales and for ten million, and what it forgets, it forgets a second at a time.
final class SalesWindow {

    static final Duration LENGTH = Duration.ofMinutes(1);

    private static final int SLOTS = (int) LENGTH.toSeconds();

    private final InstantSource clock;
    private final List<Slot> ring = new ArrayList<>();

    /// What was sold in one second.
    private static final class Slot {
        private long second = Long.MIN_VALUE;
        private long cents;
        private final Map<String, Long> pieces = new HashMap<>();

        void restart(long now) {
            second = now;
            cents = 0;
            pieces.clear();
        }
    }

    /// What there is in the window.
    ///
    /// @param cents what it came to
    /// @param top the products of which most pieces were sold, most first; those of which as many were sold
    /// by name
    record Sales(long cents, List<Sold> top) {}

    /// So many pieces of a product.
    record Sold(String product, long pieces) {}

    SalesWindow(InstantSource clock) {
        this.clock = clock;
        for (int i = 0; i < SLOTS; i++) {
            ring.add(new Slot());
        }
    }

    /// An order was sold just now.
    synchronized void sold(Order order) {
        long now = now();
        Slot slot = ring.get(Math.floorMod(now, SLOTS));
        if (slot.second != now) {
            slot.restart(now);
        }
        slot.cents += order.total();
        slot.pieces.merge(order.product(), (long) order.quantity(), Long::sum);
    }

    /// What was sold in this second and in those before it that make up a minute.
    ///
    /// @param most how many products to name
    synchronized Sales last(int most) {
        long oldest = now() - SLOTS + 1;
        long cents = 0;
        Map<String, Long> pieces = new HashMap<>();
        for (Slot slot : ring) {
            if (slot.second >= oldest) {
                cents += slot.cents;
                slot.pieces.forEach((product, sold) -> pieces.merge(product, sold, Long::sum));
            }
        }
        List<Sold> top = pieces.entrySet().stream()
                .map(each -> new Sold(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Sold::pieces).reversed().thenComparing(Sold::product))
                .limit(most)
                .toList();
        return new Sales(cents, top);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}

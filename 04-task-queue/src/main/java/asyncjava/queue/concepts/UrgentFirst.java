package asyncjava.queue.concepts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/// Urgent orders are to be served first, and those that are equally urgent in the order in which they came.
/// asyncio has `PriorityQueue`, with a limit if one wants. Java has `PriorityBlockingQueue`, which knows no
/// limit, and keeps equals in no order. So a semaphore counts the places here, and each element gets a
/// number.
///
/// Expect six orders, of which `b` and `e` are urgent. Here they come out as b, e, a, c, d, f. By urgency
/// alone the others come out in any order. In the end a `PriorityBlockingQueue` that was made for two has
/// taken six.
///
/// Reach for it where some work is worth more when it is done sooner. Do not where urgent work never ends:
/// the rest is never served.
final class UrgentFirst<E> {

    private final PriorityBlockingQueue<Ticket<E>> tickets;
    private final Semaphore places;
    private final AtomicLong numbers = new AtomicLong();

    /// @param order the most urgent first
    UrgentFirst(int capacity, Comparator<E> order) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, was " + capacity);
        }
        tickets = new PriorityBlockingQueue<>(
                capacity, Comparator.comparing(Ticket<E>::element, order).thenComparingLong(Ticket::number));
        places = new Semaphore(capacity);
    }

    static void main() throws InterruptedException {
        List<Order> orders = List.of(
                new Order("a", false),
                new Order("b", true),
                new Order("c", false),
                new Order("d", false),
                new Order("e", true),
                new Order("f", false));
        UrgentFirst<Order> queue = new UrgentFirst<>(orders.size(), Order.URGENT_FIRST);
        for (Order order : orders) {
            queue.put(order);
        }
        List<Order> taken = new ArrayList<>();
        while (taken.size() < orders.size()) {
            taken.add(queue.take());
        }
        IO.println("With a number each:                 " + taken);
        IO.println("The mistake, by urgency alone:      " + byUrgencyAlone(orders));
        IO.println("The mistake, a limit that is none:  made for 2, has taken "
                + offeredBeyond(2, orders).size());
    }

    /// Waits for a place.
    void put(E element) throws InterruptedException {
        places.acquire(); // the queue itself never waits
        tickets.put(new Ticket<>(element, numbers.getAndIncrement()));
    }

    /// Waits for an element.
    E take() throws InterruptedException {
        E element = tickets.take().element();
        places.release();
        return element;
    }

    /// The mistake: a heap keeps equals in no order, and which one comes next depends on what came and went
    /// before.
    static List<Order> byUrgencyAlone(List<Order> orders) throws InterruptedException {
        PriorityBlockingQueue<Order> queue = new PriorityBlockingQueue<>(orders.size(), Order.URGENT_FIRST);
        queue.addAll(orders);
        List<Order> taken = new ArrayList<>();
        while (taken.size() < orders.size()) {
            taken.add(queue.take());
        }
        return taken;
    }

    /// The mistake: the number with which it is made is where it begins, and not where it ends. `put` never
    /// waits, and the queue grows until there is no memory left.
    static PriorityBlockingQueue<Order> offeredBeyond(int initialCapacity, List<Order> orders) {
        PriorityBlockingQueue<Order> queue = new PriorityBlockingQueue<>(initialCapacity, Order.URGENT_FIRST);
        orders.forEach(queue::put);
        return queue;
    }

    private record Ticket<E>(E element, long number) {}

    record Order(String name, boolean urgent) {

        static final Comparator<Order> URGENT_FIRST =
                Comparator.comparing(Order::urgent).reversed();

        @Override
        public String toString() {
            return name;
        }
    }
}

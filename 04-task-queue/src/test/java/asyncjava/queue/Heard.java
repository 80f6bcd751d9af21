package asyncjava.queue;

import java.util.ArrayList;
import java.util.List;

/// What a listener has heard, in the order in which it did.
final class Heard implements Listener {

    private final List<Order> done = new ArrayList<>();
    private final List<DeadLetter> dead = new ArrayList<>();
    private final List<Order> handedBack = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    @Override
    public synchronized void done(Order order) {
        done.add(order);
        ended.add(order.id());
    }

    @Override
    public synchronized void dead(DeadLetter letter) {
        dead.add(letter);
        ended.add(letter.order().id());
    }

    @Override
    public synchronized void handedBack(Order order) {
        handedBack.add(order);
        ended.add(order.id());
    }

    synchronized List<String> done() {
        return done.stream().map(Order::id).toList();
    }

    synchronized List<Order> doneOrders() {
        return List.copyOf(done);
    }

    synchronized List<DeadLetter> dead() {
        return List.copyOf(dead);
    }

    synchronized List<Order> handedBack() {
        return List.copyOf(handedBack);
    }

    /// The ids of all orders of which it has heard.
    synchronized List<String> ended() {
        return List.copyOf(ended);
    }
}

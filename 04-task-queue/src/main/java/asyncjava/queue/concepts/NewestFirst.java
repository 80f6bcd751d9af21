package asyncjava.queue.concepts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/// More prices come than can be shown, and the newest is worth most. asyncio has `LifoQueue` for that: last
/// in, first out. Java has `LinkedBlockingDeque`, a queue with two ends, which is a stack to those who put
/// and take at the same one. Made with a number it holds no more than that; without one, two billion.
///
/// Expect ten prices, of which every other one can be shown while they come, and the rest afterwards. A
/// stack of ten shows the newest each time, and then goes down to the oldest. One of three, where the
/// oldest gives way, ends with what is still new. The last line is the mistake: put at one end and taken at
/// the other, they are shown in the order in which they came.
///
/// Reach for it where what is old is worth little. Do not where everybody is to be served: who came first
/// is served last, and never while more keep coming.
final class NewestFirst {

    private NewestFirst() {}

    static void main() throws InterruptedException {
        IO.println("A stack of 10:                   " + shown(NewestFirst::push, 10));
        IO.println("A stack of 3, the oldest go:     " + shown(NewestFirst::pushOut, 3));
        IO.println("The mistake, the ends mixed up:  " + shown(NewestFirst::putAtTheOtherEnd, 10));
    }

    static <E> E pop(BlockingDeque<E> stack) throws InterruptedException {
        return stack.takeFirst();
    }

    /// Waits for a place when the stack is full.
    static <E> void push(BlockingDeque<E> stack, E element) throws InterruptedException {
        stack.putFirst(element);
    }

    /// Never waits: the oldest give way.
    ///
    /// @return those that did, for somebody to know of
    static <E> List<E> pushOut(BlockingDeque<E> stack, E element) {
        List<E> gone = new ArrayList<>();
        while (!stack.offerFirst(element)) {
            E oldest = stack.pollLast();
            if (oldest != null) { // somebody may have taken it meanwhile
                gone.add(oldest);
            }
        }
        return gone;
    }

    /// The mistake: `put` and `take` are those of every `BlockingQueue`, first in, first out.
    static <E> void putAtTheOtherEnd(BlockingDeque<E> stack, E element) throws InterruptedException {
        stack.put(element);
    }

    private static List<Integer> shown(Push push, int capacity) throws InterruptedException {
        BlockingDeque<Integer> stack = new LinkedBlockingDeque<>(capacity);
        List<Integer> shown = new ArrayList<>();
        for (int price = 1; price <= 10; price++) {
            push.push(stack, price);
            if (price % 2 == 0) {
                shown.add(pop(stack));
            }
        }
        while (!stack.isEmpty()) {
            shown.add(pop(stack));
        }
        return shown;
    }

    @FunctionalInterface
    interface Push {
        void push(BlockingDeque<Integer> stack, int price) throws InterruptedException;
    }
}

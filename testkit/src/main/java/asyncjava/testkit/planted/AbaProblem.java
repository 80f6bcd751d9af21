package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;

/// A stack of free buffers without locks: whoever pops looks at the top and the next below, and then
/// swaps them if the top is still the same. Meanwhile another thread has popped two and pushed the first
/// back: the top is the same, but the next below is in use, and is lent twice. A new node for each push
/// cannot be taken for an old one.
@NullUnmarked
final class AbaProblem implements PlantedBug {

    private interface BufferPool {
        Buffer borrow();

        void giveBack(Buffer buffer);
    }

    private static final class Buffer {
        private Buffer next;
    }

    @Override
    public String verdict() {
        return "[a buffer is lent to one at a time]";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        check(schedule, new Broken());
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, new Corrected());
    }

    private static void check(Schedule schedule, BufferPool pool) throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            pool.giveBack(new Buffer());
        }
        AtomicReference<Buffer> kept = new AtomicReference<>();
        schedule.together(pool::borrow, () -> {
            Buffer first = pool.borrow();
            kept.set(pool.borrow());
            pool.giveBack(first);
        });
        assertThat(pool.borrow())
                .as("a buffer is lent to one at a time")
                .isNotSameAs(kept.get())
                .isNotNull();
    }

    private static final class Broken implements BufferPool {

        private final AtomicReference<Buffer> top = new AtomicReference<>();

        @Override
        public Buffer borrow() {
            while (true) {
                Buffer buffer = top.get();
                Buffer next = buffer.next;
                Schedule.pause();
                if (top.compareAndSet(buffer, next)) {
                    return buffer;
                }
            }
        }

        @Override
        public void giveBack(Buffer buffer) {
            do {
                buffer.next = top.get();
                Schedule.pause();
            } while (!top.compareAndSet(buffer.next, buffer));
        }
    }

    private static final class Corrected implements BufferPool {

        private record Node(Buffer buffer, Node next) {}

        private final AtomicReference<Node> top = new AtomicReference<>();

        @Override
        public Buffer borrow() {
            while (true) {
                Node node = top.get();
                Schedule.pause();
                if (top.compareAndSet(node, node.next())) {
                    return node.buffer();
                }
            }
        }

        @Override
        public void giveBack(Buffer buffer) {
            Node node;
            do {
                node = new Node(buffer, top.get());
                Schedule.pause();
            } while (!top.compareAndSet(node.next(), node));
        }
    }
}

package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.schedule.Schedule;
import asyncjava.testkit.schedule.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// Two workers take what customers say from one queue. What the same customer says one after the other
/// goes to both, and the faster of them does the second thing first. With a queue for each worker, and
/// always the same one for the same customer, each customer is served in order.
final class OrderPerKeyLost implements PlantedBug {

    private static final Message END = new Message("", "end");

    private record Message(String customer, String text) {}

    @Override
    public String verdict() {
        return "[in the order in which Ann said it]";
    }

    @Override
    public void broken(Schedule schedule) throws InterruptedException {
        BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
        check(schedule, List.of(queue, queue));
    }

    @Override
    public void corrected(Schedule schedule) throws InterruptedException {
        check(schedule, List.of(new LinkedBlockingQueue<>(), new LinkedBlockingQueue<>()));
    }

    /// @param queues of each worker its own
    private static void check(Schedule schedule, List<BlockingQueue<Message>> queues) throws InterruptedException {
        List<Message> done = new CopyOnWriteArrayList<>();
        List<Started<?>> workers = new ArrayList<>();
        for (BlockingQueue<Message> queue : queues) {
            workers.add(schedule.run("worker", () -> work(queue, done)));
        }

        List<Message> messages = Stream.of("order tea", "cancel")
                .map(text -> new Message("Ann", text))
                .toList();
        for (Message message : messages) {
            queues.get(Math.floorMod(message.customer().hashCode(), queues.size()))
                    .add(message);
        }
        queues.forEach(queue -> queue.add(END));
        for (Started<?> worker : workers) {
            worker.result();
        }
        assertThat(done).as("in the order in which Ann said it").isEqualTo(messages);
    }

    private static void work(BlockingQueue<Message> queue, List<Message> done) throws InterruptedException {
        Message message = queue.take();
        while (!message.equals(END)) {
            prepare();
            done.add(message);
            message = queue.take();
        }
    }

    /// Takes its time.
    private static void prepare() {
        Schedule.pause();
    }
}

package asyncjava.queue;

final class VirtualThreadOrdersTest extends OrderQueueContract {

    @Override
    Style style() {
        return Style.THREADS;
    }
}

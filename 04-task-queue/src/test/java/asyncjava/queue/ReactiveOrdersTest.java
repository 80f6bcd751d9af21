package asyncjava.queue;

final class ReactiveOrdersTest extends OrderQueueContract {

    @Override
    Style style() {
        return Style.REACTIVE;
    }
}

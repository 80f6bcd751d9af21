package asyncjava.taskrunner;

final class VirtualThreadRunnerTest extends ConcurrentRunnerContract {

    @Override
    TaskRunner runner() {
        return new VirtualThreadRunner();
    }
}

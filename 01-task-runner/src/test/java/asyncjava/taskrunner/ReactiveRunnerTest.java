package asyncjava.taskrunner;

final class ReactiveRunnerTest extends ConcurrentRunnerContract {

    @Override
    TaskRunner runner() {
        return new ReactiveRunner();
    }
}

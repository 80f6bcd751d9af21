package asyncjava.taskrunner;

final class StructuredRunnerTest extends ConcurrentRunnerContract {

    @Override
    TaskRunner runner() {
        return new StructuredRunner();
    }
}

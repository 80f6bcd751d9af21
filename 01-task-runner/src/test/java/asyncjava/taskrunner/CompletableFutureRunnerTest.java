package asyncjava.taskrunner;

final class CompletableFutureRunnerTest extends ConcurrentRunnerContract {

    @Override
    TaskRunner runner() {
        return new CompletableFutureRunner();
    }
}

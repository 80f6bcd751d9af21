package asyncjava.taskrunner;

import java.util.concurrent.Future;

/// What became of one task: an answer or a failure, as a value, so that one failure does not hide the other results.
sealed interface Result {

    record Done(String answer) implements Result {}

    record Failed(Throwable cause) implements Result {}

    /// The result of a future that is done.
    static Result of(Future<String> done) {
        return switch (done.state()) {
            case SUCCESS -> new Done(done.resultNow());
            case FAILED -> new Failed(done.exceptionNow());
            case CANCELLED, RUNNING ->
                throw new IllegalStateException("expected a future that ran to its end: " + done);
        };
    }
}

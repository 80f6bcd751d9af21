package asyncjava.taskrunner;

import asyncjava.common.timeline.Timeline;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/// One thing to wait for, in the two shapes that Java has for it: a call that blocks its thread until the answer is
/// there, and a [Mono] that tells whoever subscribed when it is.
///
/// A task is a description: nothing happens until it is called or subscribed to, and it may be run more than once.
interface Task extends Callable<String> {

    String name();

    /// Blocks until the answer is there.
    ///
    /// @throws InterruptedException when the thread is interrupted, and then only: the work stops
    @Override
    String call() throws Exception;

    /// The same work without a thread that waits: emits one answer. Cancelling the subscription stops the work,
    /// and what it has to clean up is cleaned up when `cancel` returns.
    Mono<String> mono();

    /// The same task, its runs recorded.
    default Task recordedOn(Timeline timeline) {
        return new RecordedTask(this, timeline);
    }
}

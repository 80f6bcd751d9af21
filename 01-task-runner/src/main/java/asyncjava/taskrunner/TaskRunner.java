package asyncjava.taskrunner;

import java.util.List;

/// Runs tasks. Each implementation does it in one style of Java; all of them keep this contract.
interface TaskRunner {

    /// Runs all the tasks and waits until each has answered or failed. A failure, which is an exception, costs no other
    /// task its result; what becomes of an `Error` is the style's own affair.
    ///
    /// Nothing outlives the call: when it returns or throws, no task is running.
    ///
    /// @return a result for each task, in the order of the tasks, whatever the order in which they ended
    /// @throws InterruptedException when the calling thread is interrupted: the tasks under way are cancelled, and
    ///     those that wait for their turn never begin
    List<Result> run(List<? extends Task> tasks) throws InterruptedException;
}

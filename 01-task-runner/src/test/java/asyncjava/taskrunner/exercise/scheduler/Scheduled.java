package asyncjava.taskrunner.exercise.scheduler;

/// A task that was planned: what `at` and `every` return.
public interface Scheduled {

    /// Makes sure that no further run of the task begins. Where the task has run, or was cancelled
    /// before, it does nothing.
    void cancel();
}

package asyncjava.queue.exercise.join;

/// Exercise 4.2, `join`: know when all accepted work is done, though tasks fail.
///
/// `Workers` run tasks. `submit` accepts a task and returns at once, `join` waits until all that was accepted
/// is done, and `close` ends the workers. Any thread may call `submit` and `join`, at any moment.
///
/// - Each task is run once, in whatever order. As many are under way at once as there are workers, at least
/// one, where there are enough tasks; and never more. How many may wait for a worker is not limited.
/// - A task is done when it has returned or thrown, whatever it throws, an `Error` as well. That is nobody
/// else's concern: `submit` and `join` do not throw it, though it may be printed. A task may also leave its
/// thread interrupted, which no other task notices. Afterwards there are as many workers as before.
/// - `join` returns once no accepted task waits or is under way; where there is none, at once.
/// - A task may submit further tasks. `join` waits for these too.
/// - Several threads may join at the same moment, and again later, when more was submitted.
/// - When the thread is interrupted while it joins, throw an `InterruptedException`, or an exception that has
/// one among its causes. Tasks do not notice, nor do others who join.
/// - `close` is called once all is done. It ends all threads of yours, daemons too, if not at once then soon.
///
/// Any style will do: virtual threads, an executor, `CompletableFuture`, Reactor, plain threads.
public final class Workers implements AutoCloseable {

    public Workers(int count) {}

    public void submit(Runnable task) {
        throw new UnsupportedOperationException("exercise 4.2 is not done yet");
    }

    public void join() throws InterruptedException {
        throw new UnsupportedOperationException("exercise 4.2 is not done yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("exercise 4.2 is not done yet");
    }
}

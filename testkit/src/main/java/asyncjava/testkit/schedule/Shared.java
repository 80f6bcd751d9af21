package asyncjava.testkit.schedule;

import org.jspecify.annotations.Nullable;

/// A field that several threads share, at whose every read and write the schedule may give the turn to
/// another thread.
///
/// Without it no turn ends between the read of a field and the write that follows, so that no update is
/// ever lost on any schedule. There is a pause before each access, so that every order of the accesses can
/// be met; and one after it, for what comes next may be a lock that is free or a signal, at which no turn
/// ends either.
///
/// It stands for a plain field, and is no safer than one.
public final class Shared<T extends @Nullable Object> {

    private T value;

    public Shared(T initial) {
        value = initial;
    }

    public T read() {
        before();
        T seen = value;
        after();
        return seen;
    }

    public void write(T value) {
        before();
        this.value = value;
        after();
    }

    // Two methods, so that a report can say which of the two pauses it was.
    private static void before() {
        Schedule.pause();
    }

    private static void after() {
        Schedule.pause();
    }
}

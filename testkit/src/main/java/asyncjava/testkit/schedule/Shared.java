package asyncjava.testkit.schedule;

import org.jspecify.annotations.Nullable;

/// A field that several threads share, at whose every read and write the schedule may give the turn to
/// another thread.
///
/// Without it no turn ends between the read of a field and the write that follows, so that no update is
/// ever lost on any schedule. One [Schedule#pause()] before each access is enough for every order of the
/// accesses to be met: what lies between two accesses concerns no other thread.
///
/// It stands for a plain field, and is no safer than one.
public final class Shared<T extends @Nullable Object> {

    private T value;

    public Shared(T initial) {
        value = initial;
    }

    public T read() {
        Schedule.pause();
        return value;
    }

    public void write(T value) {
        Schedule.pause();
        this.value = value;
    }
}

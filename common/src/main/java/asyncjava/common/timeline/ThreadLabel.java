package asyncjava.common.timeline;

/// What to call a thread in a drawing or a log line.
public final class ThreadLabel {

    private ThreadLabel() {}

    /// The thread's name, or `virtual-` and its number for a virtual thread, which has none unless given one.
    public static String of(Thread thread) {
        return of(thread.getName(), thread.threadId());
    }

    static String of(String name, long id) {
        return name.isEmpty() ? "virtual-" + id : name;
    }
}

package asyncjava.testkit.schedule;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// All that is taken from the inside of the JDK, found out for JDK 25.
///
/// A virtual thread has a scheduler, an [Executor] that is handed the thread's next piece of work whenever
/// it can go on. The JDK's own tests give it one through a constructor that is not public; so does this.
/// Threads that such a thread starts have the same scheduler.
///
/// It needs `--add-opens java.base/java.lang=ALL-UNNAMED`.
final class JdkThreads {

    private static final String UNBLOCKER = "VirtualThread-unblocker";

    private final Constructor<?> builderOn;
    private final Field onWaitingList;
    private final Field timeout;
    private final Thread unblocker;
    private final Field owner;

    private JdkThreads() throws ReflectiveOperationException {
        Class<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
        builderOn = builder.getDeclaredConstructor(Executor.class);
        builderOn.setAccessible(true);
        Class<?> virtualThread = Class.forName("java.lang.VirtualThread");
        onWaitingList = open(virtualThread, "onWaitingList");
        timeout = open(virtualThread, "timeout");
        unblocker = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(UNBLOCKER))
                .findFirst()
                .orElseThrow(() -> new NoSuchFieldException("no thread " + UNBLOCKER));
        Method opens = Module.class.getDeclaredMethod("implAddOpensToAllUnnamed", String.class);
        opens.setAccessible(true);
        opens.invoke(Object.class.getModule(), "java.util.concurrent.locks");
        owner = open(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread");
    }

    /// @throws ReflectiveOperationException when this JDK is another inside, naming what is missing
    /// @throws RuntimeException when `java.lang` is not open; the message names the flag
    static JdkThreads open() throws ReflectiveOperationException {
        return new JdkThreads();
    }

    /// Builds virtual threads that run where the scheduler says.
    Thread.Builder.OfVirtual builder(Executor scheduler) {
        try {
            return (Thread.Builder.OfVirtual) builderOn.newInstance(scheduler);
        } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a virtual thread cannot be given a scheduler", e);
        }
    }

    /// The thread whose work it is, which nothing else says of a thread that was not built here.
    Thread threadOf(Runnable work) {
        try {
            for (Field field : work.getClass().getDeclaredFields()) {
                field.setAccessible(true);
                if (field.get(work) instanceof Thread thread) {
                    return thread;
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException(
                "no thread in " + Arrays.toString(work.getClass().getDeclaredFields()));
    }

    /// Whether the JVM has told, of a thread that waits for a monitor, all that there was to tell.
    ///
    /// Who lets go of a monitor puts the next one on a list, from which a thread of the JVM's own takes it
    /// and hands it to its scheduler. So it is over when nobody is on the list and, looked at after that,
    /// this thread waits again.
    boolean isSettled(Thread blocked) {
        return Boolean.FALSE.equals(read(onWaitingList, blocked)) && isIdle(unblocker.getStackTrace());
    }

    /// Whether it is the thread that hands out monitors.
    boolean isUnblocker(Thread thread) {
        return thread.equals(unblocker);
    }

    private static boolean isIdle(StackTraceElement[] unblocker) {
        return unblocker.length > 0 && unblocker[0].getMethodName().equals("takeVirtualThreadListToUnblock");
    }

    /// For how long a thread waits that waits with a limit; what it was last time for one that does not.
    Duration limitOf(Thread waiting) {
        return Duration.ofNanos((Long) Objects.requireNonNull(read(timeout, waiting)));
    }

    /// The thread that holds the lock for which another is parked.
    @Nullable
    Thread ownerOfLockAwaitedBy(Thread parked) {
        return LockSupport.getBlocker(parked) instanceof AbstractOwnableSynchronizer lock
                ? (Thread) read(owner, lock)
                : null;
    }

    private static Field open(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static @Nullable Object read(Field field, Object of) {
        try {
            return field.get(of);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

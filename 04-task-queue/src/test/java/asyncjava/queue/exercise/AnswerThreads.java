package asyncjava.queue.exercise;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The platform threads of an answer, daemons too: those in its code, and those that came after the watch
/// began and have a name that the JDK gives where nobody else does. What a library starts for itself has a
/// name of its own.
///
/// Of use while all are at rest.
public final class AnswerThreads {

    private static final Pattern NAMED_BY_NOBODY = Pattern.compile("Thread-\\d+|pool-\\d+-thread-\\d+");

    private final String answer;
    private final Set<Thread> before = Set.copyOf(Thread.getAllStackTraces().keySet());

    private AnswerThreads(Class<?> answer) {
        this.answer = answer.getName();
    }

    /// Begins the watch.
    public static AnswerThreads watch(Class<?> answer) {
        return new AnswerThreads(answer);
    }

    /// The names of those that have not ended.
    public Stream<String> names() {
        return threads().map(thread -> thread.getKey().getName());
    }

    /// Whether one of them waits for a time to be over. Who closes an executor does so for a day, again and
    /// again, and is not meant.
    public boolean waitForATime() {
        return threads()
                .anyMatch(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING
                        && Stream.of(thread.getValue()).noneMatch(AnswerThreads::closesAnExecutor));
    }

    private Stream<Map.Entry<Thread, StackTraceElement[]>> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> !before.contains(thread.getKey()))
                .filter(thread ->
                        NAMED_BY_NOBODY.matcher(thread.getKey().getName()).matches()
                                || Stream.of(thread.getValue()).anyMatch(this::isOfTheAnswer));
    }

    private boolean isOfTheAnswer(StackTraceElement frame) {
        return frame.getClassName().equals(answer) || frame.getClassName().startsWith(answer + "$");
    }

    private static boolean closesAnExecutor(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.util.concurrent.")
                && frame.getMethodName().equals("close");
    }
}

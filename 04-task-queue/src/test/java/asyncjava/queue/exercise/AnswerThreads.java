package asyncjava.queue.exercise;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The platform threads of an answer, daemons too: those in its code, and those that came after the watch
/// began and have a name that the JDK gives where nobody else does. What a library starts for itself has a
/// name of its own.
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

    /// What they are doing right now. Who closes an executor waits for a day, again and again, which counts
    /// as waiting without a limit.
    public Set<Thread.State> states() {
        return threads()
                .map(thread -> Stream.of(thread.getValue()).anyMatch(AnswerThreads::closesAnExecutor)
                        ? Thread.State.WAITING
                        : thread.getKey().getState())
                .collect(Collectors.toSet());
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

package asyncjava.testkit.schedule;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Where a thread stands: the line of somebody's code, and what it called there.
///
/// @param call the library's method that the line called, such as `Semaphore.acquire`; empty when it called
/// none
/// @param line such as `Pool.borrow (Pool.java:31)`; empty when no code but libraries' is on the stack
record Place(Optional<StackTraceElement> call, Optional<StackTraceElement> line) {

    /// What waits on behalf of somebody; the explorer's own tests, and its planted bugs, are somebody.
    private static final Pattern LIBRARY = Pattern.compile(
            "(java|javax|jdk|sun|reactor)\\..*|asyncjava\\.testkit\\.(?!.*Test(\\$.*)?$)(?!planted\\.).*");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    static Place of(Thread thread) {
        return of(thread.getStackTrace());
    }

    static Place of(StackTraceElement[] stack) {
        int line = first(stack, frame -> !isLibrary(frame));
        int call = line < stack.length ? line : first(stack, frame -> !isOfTheJdk(frame));
        return new Place(at(stack, call - 1), at(stack, line));
    }

    boolean isInCodeUnderTest() {
        return line.isPresent();
    }

    /// The called method in short, `ReentrantLock.lock`.
    String called() {
        return call.map(Place::method).orElse("");
    }

    /// The line in short, `Bank.transfer (Bank.java:21)`.
    String at() {
        return line.map(frame -> "%s (%s:%d)".formatted(method(frame), frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }

    private static Optional<StackTraceElement> at(StackTraceElement[] stack, int index) {
        return Arrays.stream(stack).skip(Math.max(0, index)).findFirst().filter(_ -> index >= 0);
    }

    private static int first(StackTraceElement[] stack, Predicate<StackTraceElement> which) {
        int index = 0;
        while (index < stack.length && !which.test(stack[index])) {
            index++;
        }
        return index;
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        return frame.getClassName().startsWith("java");
    }

    private static boolean isLibrary(StackTraceElement frame) {
        return LIBRARY.matcher(frame.getClassName()).matches();
    }

    private static String method(StackTraceElement frame) {
        String type = frame.getClassName().replaceFirst(".*[.$](?=\\D)", "");
        String method = LAMBDA.matcher(frame.getMethodName()).replaceAll("$1");
        // A lambda that a field holds is in no method.
        return method.equals("static") || method.equals("new") ? type : type + "." + method;
    }
}

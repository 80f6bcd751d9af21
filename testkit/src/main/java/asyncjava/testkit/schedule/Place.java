package asyncjava.testkit.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Where a thread stands: the line of somebody's code, and what it called there.
///
/// @param within the method that the library's method had called
/// @param call the library's method that the line called, such as `Semaphore.acquire`; empty when it
/// called none
/// @param line such as `Pool.borrow (Pool.java:31)`; empty when no code but libraries' is on the stack
record Place(Optional<StackTraceElement> within, Optional<StackTraceElement> call, Optional<StackTraceElement> line) {

    /// What waits on behalf of somebody; the explorer's own tests, and its planted bugs, are somebody.
    private static final Pattern LIBRARY = Pattern.compile(
            "(java|javax|jdk|sun|reactor)\\..*|asyncjava\\.testkit\\.(?!.*Test(\\$.*)?$)(?!planted\\.).*");

    /// What calls somebody's code, and is called by somebody's: assertThatThrownBy(latch::await).
    private static final Pattern PASSES_ON = Pattern.compile("org\\.(assertj|junit)\\..*");

    /// What is on top of every stack that waits.
    private static final Pattern PARKS =
            Pattern.compile("java\\.lang\\..*|jdk\\..*|.*\\.(LockSupport|AbstractQueued.*|ForkJoinPool)(\\$.*)?");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    static Place of(Thread thread) {
        return of(thread.getStackTrace());
    }

    static Place of(StackTraceElement[] wholeStack) {
        List<StackTraceElement> stack = Arrays.stream(wholeStack)
                .filter(frame -> !PASSES_ON.matcher(frame.getClassName()).matches())
                .toList();
        int line = first(stack, frame -> !isLibrary(frame));
        int call = line < stack.size() ? line : first(stack, frame -> !isOfTheJdk(frame));
        if (call == stack.size()) {
            call = first(stack, frame -> !PARKS.matcher(frame.getClassName()).matches()) + 1;
        }
        return new Place(at(stack, call - 2), at(stack, call - 1), at(stack, line));
    }

    boolean isInCodeUnderTest() {
        return line.isPresent();
    }

    /// The called method in short, `ReentrantLock.lock`.
    String called() {
        return call.map(Place::method).orElse("");
    }

    /// What that method had called in turn, `Sync.lock`.
    String calledWithin() {
        return within.map(Place::method).orElse("");
    }

    /// The line in short, `Bank.transfer (Bank.java:21)`.
    String at() {
        return line.map(frame -> "%s (%s:%d)".formatted(method(frame), frame.getFileName(), frame.getLineNumber()))
                .orElse("");
    }

    private static Optional<StackTraceElement> at(List<StackTraceElement> stack, int index) {
        return index >= 0 && index < stack.size() ? Optional.of(stack.get(index)) : Optional.empty();
    }

    private static int first(List<StackTraceElement> stack, Predicate<StackTraceElement> which) {
        int index = 0;
        while (index < stack.size() && !which.test(stack.get(index))) {
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

package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several calls, some of which may fail, and no failure is to hide another call's answer: asyncio's
/// `gather(return_exceptions=True)`. `invokeAll` gives a future for each call, in their order and all of them
/// done. Here each becomes an [Outcome], and a `switch` over it does not compile unless it thinks of the
/// failures.
///
/// Expect the toast to burn, and to be told of all three. Then, by the mistake, of the same three only that one
/// burnt.
///
/// Reach for it where some answers are better than none: ten prices, of which one is missing. Do not where one
/// failure makes the rest pointless: a scope that cancels the rest saves the time, see [StructuredGather].
final class OutcomesAsValues {

    private OutcomesAsValues() {}

    /// What became of a call.
    sealed interface Outcome {

        record Answered(String answer) implements Outcome {}

        record Failed(Throwable cause) implements Outcome {}

        static Outcome of(Future<String> call) {
            return switch (call.state()) {
                case SUCCESS -> new Answered(call.resultNow());
                case FAILED -> new Failed(call.exceptionNow());
                case RUNNING, CANCELLED -> throw new IllegalStateException("expected a call that has ended: " + call);
            };
        }
    }

    static void main() throws InterruptedException {
        Timeline timeline = Timeline.start();
        List<Outcome> outcomes = outcomes(breakfast(timeline));
        Show.timeline("Outcomes as values", timeline);
        for (Outcome outcome : outcomes) {
            IO.println(
                    switch (outcome) {
                        case Outcome.Answered(String answer) -> "  answered: " + answer;
                        case Outcome.Failed(Throwable cause) -> "  failed: " + cause.getMessage();
                    });
        }
        try {
            IO.println(getInALoop(breakfast(Timeline.start())));
        } catch (ExecutionException e) {
            IO.println("The mistake, get() in a loop\n  all that is known: " + e.getMessage());
        }
    }

    static List<Outcome> outcomes(List<? extends Callable<String>> calls) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> ended = executor.invokeAll(calls);
            return ended.stream().map(Outcome::of).toList();
        }
    }

    /// The mistake: the first `get()` that throws loses the answers before it and after it, though all are
    /// there.
    static List<String> getInALoop(List<? extends Callable<String>> calls)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> answers = new ArrayList<>();
            for (Future<String> call : executor.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        }
    }

    private static List<Callable<String>> breakfast(Timeline timeline) {
        return List.of(
                new SlowCall("tea", Duration.ofMillis(400), timeline),
                () -> timeline.record("toast", () -> {
                    Thread.sleep(300);
                    throw new IOException("the toast is burnt");
                }),
                new SlowCall("egg", Duration.ofMillis(200), timeline));
    }
}

package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Three calls over a network, each answered after a while. Called one after another their waits add up, though the
/// program has nothing to do in any of them: three of two seconds take six.
///
/// Expect a staircase: no bar begins before the one above it has ended, and the whole takes 900 ms.
///
/// Reach for it where each call needs the answer of the one before, and wherever there is just one. Do not where
/// the calls know nothing of each other: see [Gather].
final class OneAfterAnother {

    private OneAfterAnother() {}

    static void main() throws Exception {
        Timeline timeline = Timeline.start();
        List<String> answers = callInTurn(SlowCall.breakfast(timeline));
        Show.timeline("One after another: " + answers, timeline);
    }

    static List<String> callInTurn(List<? extends Callable<String>> calls) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Callable<String> call : calls) {
            answers.add(call.call()); // the thread stands here until the answer has come
        }
        return answers;
    }
}

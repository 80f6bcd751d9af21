package asyncjava.requests.concepts;

import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/// One answer of several is enough, in a scope: its joiner says what it waits for, here the first success.
/// The other forks are cancelled, and have ended before the scope is left. asyncio's `TaskGroup` has no
/// such policy, its `wait` has half of it.
///
/// Expect the near mirror to win though the broken one is the first to end, and the far one to be cancelled
/// with it. Then a joiner that wants all of them: one that is broken is enough to cancel the others, and
/// there is no answer.
///
/// Reach for it where `StructuredTaskScope` may be used: it is a preview in Java 25. `invokeAny` of
/// [FirstAnswer] is final, and does the same.
final class StructuredFirstAnswer {

    private StructuredFirstAnswer() {}

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site)) {
            Timeline timeline = Timeline.start();
            String first = firstAnswer(FirstAnswer.mirrors(site, clients, timeline));
            Show.timeline("anySuccessfulResultOrThrow: " + first + " was first", timeline);
            Timeline ofAll = Timeline.start();
            try {
                IO.println(firstOfAll(FirstAnswer.mirrors(site, clients, ofAll)));
            } catch (FailedException e) {
                Show.timeline("The mistake, a joiner that wants all: " + e.getCause(), ofAll);
            }
        }
    }

    /// @throws FailedException when all have failed; its cause is the first failure
    static String firstAnswer(List<Request> mirrors) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
            mirrors.forEach(scope::fork);
            return scope.join();
        } // the losers have ended here
    }

    /// The mistake: with the wrong joiner one broken mirror is enough for no answer at all.
    static String firstOfAll(List<Request> mirrors) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>allSuccessfulOrThrow())) {
            mirrors.forEach(scope::fork);
            return scope.join().map(Subtask::get).findFirst().orElseThrow();
        }
    }
}

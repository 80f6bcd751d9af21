package asyncjava.testkit;

import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import java.util.List;

/// What a failure on a timeline usually means, in a sentence for whoever is learning.
final class Advice {

    private Advice() {}

    static String tooFewAtOnce(List<Span> spans) {
        if (spans.size() < 2) {
            return "Not all of the work was started.";
        }
        return Overlap.firstOf(spans).isPresent() ? """
                Something holds the others back: a lock held while waiting, or a pool with too few threads. The common
                pool, where parallel streams and supplyAsync without an executor run, has about as many threads as the
                machine has cores. That is too few for calls that wait.""" : oneAfterAnother();
    }

    static String oneAfterAnother() {
        return """
                Each was waited for before the next was started. Start all of them first, then wait. With Reactor, a call
                that blocks holds up whoever subscribes: subscribeOn(Schedulers.boundedElastic()) gives it a thread.""";
    }

    static String tooManyAtOnce() {
        return "More was started than may be under way: take a permit before the work starts, and give it back once,"
                + " when the work has ended.";
    }

    static String startedTooEarly() {
        return "The next was started before the one before it had ended. Wait for each before you start the next.";
    }

    static String orderOfStart() {
        return "Threads that are started together begin in any order. Where the order matters, one waits for another.";
    }

    static String stillRunning() {
        return "Work must not outlive the call that started it. Wait for it, or cancel it, before you return.";
    }

    /// Empty where there is nothing that it usually means.
    static String ending(Outcome expected, Outcome seen) {
        if (seen == Outcome.RUNNING) {
            return stillRunning();
        }
        if (expected == Outcome.CANCELLED) {
            return "It was not stopped. Cancel what nobody needs any more, and let an interrupt end the work.";
        }
        return switch (seen) {
            case CANCELLED -> "It was stopped before its end. Cancel only what nobody needs any more.";
            case FAILED -> "It failed. One failure must not be taken for that of another.";
            case OK, RUNNING -> "";
        };
    }

    static String tookTooLong(List<Span> spans) {
        return spans.size() > 1 && Overlap.firstOf(spans).isEmpty() ? oneAfterAnother() : "";
    }
}

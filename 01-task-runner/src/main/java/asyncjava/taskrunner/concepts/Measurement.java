package asyncjava.taskrunner.concepts;

import asyncjava.common.report.Run;
import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// How [ThreadsCompared] measures one way of doing a job.
final class Measurement {

    private Measurement() {}

    /// Does all parts once: how long that takes, and how many are under way meanwhile.
    static Run of(String style, List<? extends Callable<Integer>> parts, Way way) throws Exception {
        Timeline timeline = Timeline.start();
        var recorded = parts.stream()
                .<Callable<Integer>>map(part -> () -> timeline.record(style, part))
                .toList();
        long began = System.nanoTime();
        way.sum(recorded);
        return new Run(style, Duration.ofNanos(System.nanoTime() - began), timeline);
    }

    /// Does the parts, in whatever threads, and adds up their answers.
    @FunctionalInterface
    interface Way {
        int sum(List<? extends Callable<Integer>> parts) throws Exception;
    }
}

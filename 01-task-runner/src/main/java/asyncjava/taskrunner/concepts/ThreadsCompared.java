package asyncjava.taskrunner.concepts;

import asyncjava.common.cli.Terminal;
import asyncjava.common.report.ComparisonTable;
import asyncjava.common.report.Run;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Async, threads or processes? Python waits in one thread with asyncio, and computes on several cores in
/// several processes, because its threads usually share one lock. Java's threads share none and use all cores
/// in one process, so what counts is whether a job waits or computes.
///
/// Expect two tables. The waits gain by every thread, and there are as many virtual threads as there are waits.
/// The computing gains by cores alone; threads beyond them bring nothing, virtual or not. The processes gain
/// too, but lose some of it to their start.
///
/// Reach for virtual threads where a job waits, and for a pool of as many threads as cores, or a parallel
/// stream, where it computes. Do not wait in a parallel stream. Do not start a process for speed, but for code
/// that may have to be killed, or that could take this JVM down with it.
final class ThreadsCompared {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int PROCESSES = Math.clamp(CORES, 2, 4); // each is a whole JVM

    private ThreadsCompared() {}

    static void main() throws Exception {
        for (MeasuredJob job : MeasuredJob.values()) {
            measure(job, 5); // what is loaded and compiled on first use must not count against the first
            IO.println(job.inWords());
            IO.println(ComparisonTable.draw(measure(job, MeasuredJob.PARTS), Terminal.detect()));
        }
        IO.println("A wait needs no core: give each wait a virtual thread.");
        IO.println("Computing needs cores: as many threads as there are cores, and more do not help.");
        IO.println("A process has to be started first: take one to keep work apart, not to be fast.");
    }

    private static List<Run> measure(MeasuredJob job, int parts) throws Exception {
        var calls = job.calls(parts);
        var workers = WorkerProcess.sharing(job, parts, PROCESSES);
        return List.of(
                Measurement.of("sequential", calls, ThreadsCompared::inTurn),
                Measurement.of("pool of " + CORES, calls, all -> onPlatformThreads(all, CORES)),
                Measurement.of("pool of " + parts, calls, all -> onPlatformThreads(all, parts)),
                Measurement.of("virtual threads", calls, ThreadsCompared::onVirtualThreads),
                Measurement.of("parallel stream", calls, ThreadsCompared::inParallel),
                Measurement.of(PROCESSES + " processes", workers, ThreadsCompared::onVirtualThreads));
    }

    static int inTurn(List<? extends Callable<Integer>> parts) throws Exception {
        int sum = 0;
        for (Callable<Integer> part : parts) {
            sum += part.call();
        }
        return sum;
    }

    static int onPlatformThreads(List<? extends Callable<Integer>> parts, int threads)
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return sum(pool.invokeAll(parts));
        }
    }

    static int onVirtualThreads(List<? extends Callable<Integer>> parts)
            throws InterruptedException, ExecutionException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return sum(executor.invokeAll(parts));
        }
    }

    static int inParallel(List<? extends Callable<Integer>> parts) {
        return parts.parallelStream().mapToInt(ThreadsCompared::answerOf).sum();
    }

    private static int sum(List<Future<Integer>> answers) throws InterruptedException, ExecutionException {
        int sum = 0;
        for (Future<Integer> answer : answers) {
            sum += answer.get();
        }
        return sum;
    }

    // A stream may not throw checked exceptions.
    private static int answerOf(Callable<Integer> part) {
        try {
            return part.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}

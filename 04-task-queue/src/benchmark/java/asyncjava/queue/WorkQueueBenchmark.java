package asyncjava.queue;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Numbers through a [WorkQueue], which keeps order by key and counts what is under way, beside an
/// `ArrayBlockingQueue`, which does neither. One thread brings them, some take them, all are virtual.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WorkQueueBenchmark {

    private static final int PIECES = 100_000;
    private static final int CAPACITY = 1_000;
    private static final Integer END = -1;

    /// How many threads take.
    @Param({"1", "4"})
    public int workers;

    @Benchmark
    @OperationsPerInvocation(PIECES)
    public long workQueue() throws InterruptedException, ExecutionException {
        WorkQueue<Integer> queue = new WorkQueue<>(CAPACITY, WhenFull.WAIT, number -> number % 25, Lease::close);
        return taken(
                () -> {
                    for (int i = 0; i < PIECES; i++) {
                        queue.submit(i);
                    }
                    queue.drain();
                    return null;
                },
                () -> {
                    long sum = 0;
                    for (Optional<Lease<Integer>> next = queue.take(); next.isPresent(); next = queue.take()) {
                        try (Lease<Integer> lease = next.get()) {
                            sum += lease.item();
                        }
                    }
                    return sum;
                });
    }

    @Benchmark
    @OperationsPerInvocation(PIECES)
    public long arrayBlockingQueue() throws InterruptedException, ExecutionException {
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(CAPACITY);
        return taken(
                () -> {
                    for (int i = 0; i < PIECES; i++) {
                        queue.put(i);
                    }
                    queue.put(END);
                    return null;
                },
                () -> {
                    long sum = 0;
                    for (Integer next = queue.take(); !next.equals(END); next = queue.take()) {
                        sum += next;
                    }
                    queue.put(END); // for the next one
                    return sum;
                });
    }

    private long taken(Callable<Void> brings, Callable<Long> takes) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Void> all = threads.submit(brings);
            var sums = IntStream.range(0, workers)
                    .mapToObj(_ -> threads.submit(takes))
                    .toList();
            all.get();
            long sum = 0;
            for (Future<Long> each : sums) {
                sum += each.get();
            }
            if (sum != (long) PIECES * (PIECES - 1) / 2) {
                throw new IllegalStateException("the sum was " + sum);
            }
            return sum;
        }
    }
}

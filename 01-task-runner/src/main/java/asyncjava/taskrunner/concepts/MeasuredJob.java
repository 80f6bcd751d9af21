package asyncjava.taskrunner.concepts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// The two jobs that [ThreadsCompared] measures, each in 40 parts that know nothing of each other. Done one
/// after another, the parts of either take some tenths of a second: in the first no processor works, in the
/// second one does.
enum MeasuredJob {
    IO_BOUND("It waits: 40 times 10 ms, as for answers over a network.") {
        @Override
        int answerOf(int part) throws InterruptedException {
            Thread.sleep(WAIT);
            return 1;
        }
    },
    CPU_BOUND("It computes: how many prime numbers there are below two million, in 40 slices.") {
        @Override
        int answerOf(int part) {
            int from = part * SLICE;
            return Math.toIntExact(IntStream.range(from, from + SLICE)
                    .filter(MeasuredJob::isPrime)
                    .count());
        }
    };

    static final int PARTS = 40;
    private static final Duration WAIT = Duration.ofMillis(10);
    private static final int SLICE = 50_000;

    private final String inWords;

    MeasuredJob(String inWords) {
        this.inWords = inWords;
    }

    /// Does one part, from 0 to 39: one wait, or the prime numbers of one slice.
    ///
    /// @return how many there were
    int part(int number) throws InterruptedException {
        if (number < 0 || number >= PARTS) {
            throw new IllegalArgumentException("part must be from 0 to %d, was %d".formatted(PARTS - 1, number));
        }
        return answerOf(number);
    }

    /// The first so many parts.
    List<Callable<Integer>> calls(int parts) {
        return IntStream.range(0, parts)
                .<Callable<Integer>>mapToObj(number -> () -> part(number))
                .toList();
    }

    abstract int answerOf(int part) throws InterruptedException;

    String inWords() {
        return inWords;
    }

    // By trial, so that a processor is busy for a while.
    private static boolean isPrime(int n) {
        for (int divisor = 2; divisor * divisor <= n; divisor++) {
            if (n % divisor == 0) {
                return false;
            }
        }
        return n > 1;
    }
}

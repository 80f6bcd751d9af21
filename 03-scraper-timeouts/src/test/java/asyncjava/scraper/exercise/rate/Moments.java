package asyncjava.scraper.exercise.rate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The moments at which permits were given, the earliest first.
record Moments(List<Duration> all) {

    private static final Duration TOLERANCE = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MOST_SHOWN = 8;

    Moments {
        all = all.stream().sorted().toList();
    }

    /// What a full bucket gives to callers that wait from this moment on.
    static Moments of(int permits, int perSecond, int burst, Duration from) {
        return new Moments(IntStream.range(0, permits)
                .mapToObj(i -> from.plus(
                        SECOND.multipliedBy(Math.max(0, i - burst + 1)).dividedBy(perSecond)))
                .toList());
    }

    int size() {
        return all.size();
    }

    boolean areAbout(Moments expected) {
        return size() == expected.size() && firstThatIsOff(expected).isEmpty();
    }

    /// Whether more were given than there should have been, at the first moment that is wrong.
    boolean areTooEarlyFor(Moments expected) {
        OptionalInt off = firstThatIsOff(expected);
        return off.isPresent() && all.get(off.getAsInt()).compareTo(expected.all.get(off.getAsInt())) < 0;
    }

    /// What usually makes the first permits come at these moments.
    String paceInWords(int burst) {
        if (all.isEmpty() || all.getFirst().compareTo(TOLERANCE) > 0) {
            return """
                    The bucket is full at first, and the first calls need not wait. Note that the clock may be far below zero,
                    as System.nanoTime() may: read it when you begin, and take no moment of your own, such as 0.""";
        }
        if (all.getFirst().equals(all.getLast())) {
            return """
                    Nobody has waited. Wait with the sleep or the timer of the time that you were handed.""";
        }
        if (comeEachSecond(burst)) {
            return """
                    The whole burst goes at once, and a second later again. A permit that comes back when its second is over
                    gives so many per second, but in a heap. And a Semaphore alone limits how many are under way together,
                    which says nothing of how many begin in a second.""";
        }
        if (all.stream().allMatch(moment -> moment.toNanosPart() == 0)) {
            return """
                    All that a second allows goes at its beginning. Whoever counts, and begins at 0 with each full second,
                    lets twice as many through around its border: all of them at the end of one, and again at the beginning
                    of the next.""";
        }
        if (all.stream().filter(all.getFirst()::equals).count() > burst) {
            return """
                    More go at once than the burst. One of the burst is the permit that is there at this very moment, so that
                    those saved up before it are one less.""";
        }
        return """
                A permit comes each 100 ms. Who finds none waits until the next one is there, and no longer.""";
    }

    private boolean comeEachSecond(int atOnce) {
        return IntStream.range(0, all.size())
                .allMatch(i -> all.get(i).equals(all.getFirst().plusSeconds(i / atOnce)));
    }

    private OptionalInt firstThatIsOff(Moments expected) {
        return IntStream.range(0, Math.min(size(), expected.size()))
                .filter(i -> all.get(i).minus(expected.all.get(i)).abs().compareTo(TOLERANCE) > 0)
                .findFirst();
    }

    @Override
    public String toString() {
        List<Duration> distinct = all.stream().distinct().toList();
        List<String> words = new ArrayList<>(
                distinct.stream().limit(MOST_SHOWN).map(this::inWords).toList());
        if (distinct.size() > MOST_SHOWN) {
            words.add("and so on, the last at " + inWords(distinct.getLast()));
        }
        return words.isEmpty() ? "never" : String.join(", ", words);
    }

    private String inWords(Duration moment) {
        long times = all.stream().filter(moment::equals).count();
        return millis(moment) + (times > 1 ? " (%d times)".formatted(times) : "");
    }

    static String millis(Duration moment) {
        return BigDecimal.valueOf(moment.toNanos() / 1_000, 3)
                        .stripTrailingZeros()
                        .toPlainString() + " ms";
    }
}

package asyncjava.scraper.exercise.retry;

import static asyncjava.scraper.exercise.retry.Server.fails;
import static asyncjava.scraper.exercise.retry.Server.says;
import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.testkit.Exercise;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged in virtual time, which goes on when nobody else can, so that each wait is as long as the code
/// says and no longer, on every machine. Chance always gives the same number.
@Exercise
final class RetryTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration CAP = Duration.ofSeconds(1);
    private static final Policy SEVEN_ATTEMPTS = new Policy(7, Duration.ofMillis(100), CAP);
    private static final Policy THREE_ATTEMPTS = new Policy(3, Duration.ofMillis(100), CAP);
    private static final double HALF = 0.5;

    @Test
    @Order(1)
    void whatWillNotPassIsNotTriedAgain() {
        for (int status : new int[] {200, 204, 301, 304, 400, 401, 403, 404, 409, 410, 422}) {
            Call call = Call.of(THREE_ATTEMPTS, HALF, says(status));

            returns(status, call);
            madeAttempts(1, call, """
                    The server answered %d, and it will answer so again. Only 408, 429 and 500 to 599 may pass.""".formatted(status));
        }
        madeAttempts(1, Call.of(THREE_ATTEMPTS, HALF, says(404, 7), says(200)), """
                The server answered 404, with a retryAfter. That says when, and the status says whether.""");
    }

    @Test
    @Order(2)
    void whatMayPassIsTriedAgain() {
        for (int status : new int[] {408, 429, 500, 502, 503, 504, 599}) {
            Call call = Call.of(THREE_ATTEMPTS, HALF, says(status), says(200));

            madeAttempts(2, call, """
                    The first answer was %d, which may pass: 408 is a server's time limit, 429 asks for patience, and 500 to
                    599 are its own failures.""".formatted(status));
            returns(200, call);
        }
        for (IOException failure : List.of(new SocketTimeoutException(), new ConnectException(), new IOException())) {
            Call call = Call.of(THREE_ATTEMPTS, HALF, fails(failure), says(200));

            madeAttempts(
                    2,
                    call,
                    "The first attempt threw a %s, an IOException, which may pass."
                            .formatted(failure.getClass().getSimpleName()));
            returns(200, call);
        }
    }

    @Test
    @Order(3)
    void aProgrammingErrorIsThrownAtOnce() {
        for (RuntimeException error : List.of(new IllegalStateException("a bug"), new NullPointerException("a bug"))) {
            Call call = Call.of(THREE_ATTEMPTS, HALF, fails(error), says(200));

            madeAttempts(1, call, """
                    The request threw
                      %s
                    That is a mistake in the program, and the next attempt makes it again: catch IOException and not
                    Exception.""".formatted(error));
            throwsThatVery(error, call);
        }
    }

    @Test
    @Order(4)
    void theOutcomeOfTheLastAttemptIsReturnedOrThrown() {
        IOException first = new IOException("first");
        IOException second = new ConnectException("second");
        IOException third = new SocketTimeoutException("third");
        Call failed = Call.of(THREE_ATTEMPTS, HALF, fails(first), fails(second), fails(third), says(200));
        Call refused = Call.of(THREE_ATTEMPTS, HALF, fails(first), says(500), says(503), says(200));

        for (Call call : List.of(failed, refused)) {
            madeAttempts(3, call, "Each attempt failed in a way that may pass, and the policy allows 3 attempts.");
            assertThat(call.ended())
                    .withFailMessage("""
                            The last attempt failed at %s, and the call ended only at %s.
                            There is no further attempt to wait for: look at how many are left before you wait.""", Call.inWords(call.attempts().getLast()), Call.inWords(call.ended()))
                    .isEqualTo(call.attempts().getLast());
        }
        returns(503, refused);
        throwsThatVery(first, Call.of(new Policy(1, CAP, CAP), HALF, fails(first), says(200)));
        throwsThatVery(third, failed);
        areSuppressedIn(third, first, second);
    }

    @Test
    @Order(5)
    void statusesAndExceptionsCountTogether() {
        IOException first = new IOException("first");
        IOException second = new ConnectException("second");
        Call statusFirst = Call.of(THREE_ATTEMPTS, HALF, says(503), fails(first), fails(second), says(200));

        madeAttempts(3, statusFirst, """
                The first attempt was answered with 503, each other one threw an IOException, and the policy allows 3 attempts.
                An onErrorResume, an exceptionally or a catch around an attempt hears of the attempts within it too, and takes
                their failure for its own: end it where its own attempt ends, before the next one begins.""");
        throwsThatVery(second, statusFirst);
        areSuppressedIn(second, first);

        Call statusLast =
                Call.of(THREE_ATTEMPTS, HALF, fails(new IOException()), fails(new IOException()), says(503), says(200));
        madeAttempts(3, statusLast, """
                Two attempts threw an IOException, the third was answered with 503, and the policy allows 3 attempts.
                However an attempt ends, it counts: count in one place.""");
        returns(503, statusLast);
    }

    @Test
    @Order(6)
    void theWaitsAreDoubledUpToTheCapWithFullJitter() {
        for (double random : new double[] {HALF, 0, 0.875}) {
            Call call = Call.of(SEVEN_ATTEMPTS, random, says(503));
            List<Duration> most = doubled(6, Duration.ofMillis(100), CAP);

            waited(times(random, most), call, """
                    With base 100 ms, cap 1000 ms, and a random number that is always %s.
                    %s""".formatted(random, jitterAdvice(call, random, most)));
        }
    }

    @Test
    @Order(7)
    void aHundredAttemptsWaitNoLongerThanTheCap() {
        Duration base = Duration.ofSeconds(2);
        Duration cap = Duration.ofMinutes(1);
        Call call = Call.of(new Policy(100, base, cap), HALF, says(503));
        List<Duration> expected = times(HALF, doubled(99, base, cap));

        madeAttempts(100, call, """
                Each attempt was answered with 503, and the policy allows 100. What has been doubled so often fits no int
                and no long: Math.multiplyExact and Duration.multipliedBy throw then.""");
        OptionalInt wrong = IntStream.range(0, expected.size())
                .filter(i -> !isAbout(expected.get(i), call.waits().get(i)))
                .findFirst();
        assertThat(wrong)
                .withFailMessage(() -> """
                        With base 2 s, cap 60 s and a random number that is always 0.5, wait number %d of 99 should be %s long,
                        and was %s.
                        What is doubled so often fits no int and no long: 1 << 32 is 1 again, 1L << 63 is below zero. Then
                        there is no wait at all, when the server needs it most. Look whether it is above the cap before
                        you double again, or double in floating point.""".formatted(
                                wrong.getAsInt() + 1,
                                Call.inWords(expected.get(wrong.getAsInt())),
                                Call.inWords(call.waits().get(wrong.getAsInt()))))
                .isEmpty();
    }

    @Test
    @Order(8)
    void whatTheServerAsksForIsHonouredUpToTheCap() {
        Policy policy = new Policy(3, Duration.ofMillis(100), Duration.ofSeconds(30));
        for (int status : new int[] {429, 503}) {
            waited(List.of(Duration.ofSeconds(7)), Call.of(policy, HALF, says(status, 7), says(200)), """
                    The first answer was %d with a retryAfter of 7 seconds. The server knows best when it is worth asking
                    again: wait for so long instead of the backoff, and without jitter.""".formatted(
                            status));
            waited(List.of(policy.cap()), Call.of(policy, HALF, says(status, 3600), says(200)), """
                    The first answer was %d with a retryAfter of 3600 seconds, and the cap of the policy is 30 seconds. A
                    server does not decide for how long your program stands still.""".formatted(status));
        }
    }

    @Test
    @Order(9)
    void anInterruptEndsItAtOnce() {
        Duration moment = Duration.ofMillis(20);
        endsAt(moment, Call.interrupted(moment, THREE_ATTEMPTS, HALF, says(503)), "waited for the second attempt");
        endsAt(moment, Call.interrupted(moment, THREE_ATTEMPTS, HALF, Server.SILENT), "waited for an answer");
    }

    private static void endsAt(Duration moment, Call call, String what) {
        Optional<String> wrong = afterAnInterrupt(moment, call);

        assertThat(wrong)
                .withFailMessage("""
                        While the call %s, at %s, its thread was interrupted.
                        That asks it to give up: throw an InterruptedException then, and begin nothing more. But
                        %s""", what, Call.inWords(moment), wrong.orElse(""))
                .isEmpty();
    }

    private static Optional<String> afterAnInterrupt(Duration moment, Call call) {
        if (!call.ended().equals(moment)) {
            return Optional.of("""
                    the call %s only at %s.
                    Whoever catches the InterruptedException of a wait, and then goes on, has not heard it. And close() of an
                    executor waits for the request that is under way, unless shutdownNow() comes first.""".formatted(call.ending(), Call.inWords(call.ended())));
        }
        if (call.failure().filter(InterruptedException.class::isInstance).isEmpty()) {
            return Optional.of("""
                    the call %s.
                    Throw the InterruptedException itself, which its caller is prepared for. block() of a Mono wraps it: take
                    out the cause.""".formatted(call.ending()));
        }
        if (call.made() > 1) {
            return Optional.of("""
                    after the call had thrown it, attempts went on, %d in all, of which nobody hears.
                    What a timer or another thread is about to do does not hear the interrupt: cancel it.""".formatted(call.made()));
        }
        return Optional.of("""
                        after the call had thrown it, the request was still under way.
                        On a thread of its own it does not hear the interrupt: interrupt that thread too, as cancel(true) of
                        a submitted task and shutdownNow() do, and cancel(true) of a CompletableFuture does not.""").filter(_ -> call.leftOver() > 0);
    }

    private static String jitterAdvice(Call call, double random, List<Duration> most) {
        if (random > 0 && areAbout(times(0, most), call.waits())) {
            return """
                    No time has passed. Wait with the sleep or the timer of the time that you were handed.""";
        }
        if (areAbout(most, call.waits())) {
            return """
                    These are the waits without jitter. Whoever failed together then comes back together, each time anew.""";
        }
        if (areAbout(times((1 + random) / 2, most), call.waits())) {
            return """
                    Half of each wait is fixed, and chance has a say only in the other half. With full jitter it has a
                    say in all of it: what failed together comes back spread over the whole time.""";
        }
        return """
                Before the second attempt wait random.getAsDouble() times the base. Then the base is doubled for each further
                wait, until it reaches the cap. What is capped is the factor, and chance comes last.""";
    }

    /// So many, the first of them as it is.
    private static List<Duration> doubled(int times, Duration first, Duration cap) {
        return Stream.iterate(first, each -> each.compareTo(cap) < 0 ? each.multipliedBy(2) : each)
                .map(each -> each.compareTo(cap) < 0 ? each : cap)
                .limit(times)
                .toList();
    }

    private static List<Duration> times(double random, List<Duration> most) {
        return most.stream()
                .map(each -> Duration.ofNanos((long) (random * each.toNanos())))
                .toList();
    }

    private static void waited(List<Duration> expected, Call call, String advice) {
        assertThat(areAbout(expected, call.waits()))
                .withFailMessage("""
                        The waits between the attempts should be
                          %s
                        but they were
                          %s
                        %s""", Call.inWords(expected), Call.inWords(call.waits()), advice)
                .isTrue();
    }

    private static boolean areAbout(List<Duration> expected, List<Duration> seen) {
        return expected.size() == seen.size()
                && IntStream.range(0, seen.size()).allMatch(i -> isAbout(expected.get(i), seen.get(i)));
    }

    /// Whoever counts in whole milliseconds is near enough.
    private static boolean isAbout(Duration expected, Duration seen) {
        return expected.minus(seen).abs().compareTo(A_MOMENT) <= 0;
    }

    private static void madeAttempts(int expected, Call call, String advice) {
        assertThat(call.made())
                .withFailMessage("""
                        Expected %s, but there were %d in all, and the call %s.
                        %s""", attempts(expected), call.made(), call.ending(), advice)
                .isEqualTo(expected);
    }

    private static void returns(int status, Call call) {
        assertThat(call.answer().map(Answer::status).filter(seen -> seen == status))
                .withFailMessage("""
                        The last attempt was answered with the status %d. Expected the call to return that answer, but it
                          %s
                        An answer is an answer, whatever its status: return it.""", status, call.ending())
                .isPresent();
    }

    private static void throwsThatVery(Exception expected, Call call) {
        assertThat(call.failure().filter(seen -> seen == expected))
                .withFailMessage("""
                        The last attempt threw
                          %s
                        Expected the call to throw that very exception, but it
                          %s
                        Whoever catches an IOException does not look for it within another one. A future wraps what it hands
                        on, and so do block() and Retry.backoff of Reactor: take out the cause and throw that.""", expected, call.ending())
                .isPresent();
    }

    /// Each of them in the one that is thrown, where a log shows them side by side.
    private static void areSuppressedIn(IOException thrown, IOException... before) {
        List<IOException> missing = Stream.of(before)
                .filter(each -> !List.of(thrown.getSuppressed()).contains(each))
                .toList();
        assertThat(missing).withFailMessage("""
                        The last attempt threw
                          %s
                        which was thrown on without those of the attempts before. These are not among its own suppressed ones:
                          %s
                        Somebody will want to know that the connection was refused first, and only then came the timeout: keep
                        them in a list, and hand each to addSuppressed of the one that you throw. One that is suppressed in
                        another suppressed one does not count.""", thrown, missing).isEmpty();
    }

    private static String attempts(int number) {
        return number == 1 ? "1 attempt" : number + " attempts";
    }
}

package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.TimeOfSchedule;
import asyncjava.testkit.schedule.Explorer;
import asyncjava.testkit.schedule.Started;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One call of the learner's code, and what was seen of it. Time is virtual and goes on only when nobody
/// else can.
///
/// @param answer what it returned
/// @param failure what it threw
/// @param ended when it did so
/// @param attempts when they began, also those that began after the end
/// @param leftOver how many requests were still under way when everybody had come to rest after the end
record Call(
        Optional<Answer> answer, Optional<Throwable> failure, Duration ended, List<Duration> attempts, int leftOver) {

    private static final Explorer ALONE = Explorer.seeds(1);
    private static final Duration A_MOMENT = Duration.ofNanos(1);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int MOST_SHOWN = 10;

    /// Makes the call, with a random number that is always the same.
    static Call of(Policy policy, double random, Server.Outcome... outcomes) {
        return of(policy, random, Optional.empty(), outcomes);
    }

    /// The same, and interrupts it at some moment.
    static Call interrupted(Duration at, Policy policy, double random, Server.Outcome... outcomes) {
        return of(policy, random, Optional.of(at), outcomes);
    }

    private static Call of(Policy policy, double random, Optional<Duration> interrupt, Server.Outcome... outcomes) {
        AtomicReference<Call> seen = new AtomicReference<>();
        ALONE.each(schedule -> {
            Server server = new Server(schedule.time(), List.of(outcomes));
            Started<Call> caller = schedule.start("caller", () -> {
                Optional<Answer> answer = Optional.empty();
                Optional<Throwable> failure = Optional.empty();
                try {
                    answer =
                            Optional.ofNullable(Retry.call(server, policy, () -> random, new TimeOfSchedule(schedule)));
                } catch (Throwable e) {
                    failure = Optional.of(e);
                }
                return new Call(answer, failure, schedule.time().elapsed(), List.of(), 0);
            });
            if (interrupt.isPresent()) {
                schedule.time().sleep(interrupt.get());
                caller.interrupt();
            }
            Call ended = caller.result();
            schedule.time().sleep(A_MOMENT);
            int leftOver = server.underWay();
            schedule.time().sleep(LATER);
            seen.set(new Call(ended.answer, ended.failure, ended.ended, server.moments(), leftOver));
        });
        return seen.get();
    }

    int made() {
        return attempts.size();
    }

    /// How long it was from each attempt to the next.
    List<Duration> waits() {
        return IntStream.range(1, attempts.size())
                .mapToObj(i -> attempts.get(i).minus(attempts.get(i - 1)))
                .toList();
    }

    /// How it ended, in words.
    String ending() {
        return failure.map(e -> "threw " + e)
                .or(() -> answer.map(a -> "returned the status " + a.status()))
                .orElse("returned null");
    }

    static String inWords(List<Duration> waits) {
        List<String> words = new ArrayList<>(
                waits.stream().limit(MOST_SHOWN).map(Call::inWords).toList());
        if (waits.size() > MOST_SHOWN) {
            words.add("and so on");
        }
        return words.isEmpty() ? "none" : words.stream().collect(Collectors.joining(", "));
    }

    static String inWords(Duration time) {
        return BigDecimal.valueOf(time.toNanos() / 1_000, 3)
                        .stripTrailingZeros()
                        .toPlainString() + " ms";
    }
}

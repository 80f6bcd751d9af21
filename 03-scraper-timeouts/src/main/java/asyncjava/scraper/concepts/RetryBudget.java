package asyncjava.scraper.concepts;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

/// Three retries for each call are kind while one call in a hundred fails. When the server is down they are
/// four times the load, for as long as it would need some rest. So the calls share an account, for which
/// neither asyncio nor Java has a word: a success pays one token in, a retry costs five, and when it is
/// empty a failure is a failure at once.
///
/// Expect a hundred calls three times over. While few fail, each gets its retry. In an outage the budget is
/// soon spent, and there are a hundred requests and ten; without it, four hundred.
///
/// Reach for it wherever there are retries, one budget for each server. Do not count on the retries of each
/// call to be few: where three layers retry three times each, one call is sixty-four requests.
final class RetryBudget {

    static final int PRICE = 5;

    private static final int CALLS = 100;
    private static final int RETRIES = 3;

    private final int capacity;
    private final AtomicInteger tokens;

    /// An account that is full.
    RetryBudget(int capacity) {
        if (capacity < PRICE) {
            throw new IllegalArgumentException("capacity must be at least %d, was %d".formatted(PRICE, capacity));
        }
        this.capacity = capacity;
        tokens = new AtomicInteger(capacity);
    }

    static void main() throws Exception {
        RetryBudget budget = new RetryBudget(50);
        RetryBudget spent = new RetryBudget(50);
        show("one request in 20 fails", request -> request % 20 == 0, call -> withBudget(call, RETRIES, budget));
        show("an outage", _ -> true, call -> withBudget(call, RETRIES, spent));
        show("the mistake, no budget", _ -> true, call -> withoutBudget(call, RETRIES));
    }

    /// Whether there may be a retry; it is paid for then.
    boolean spend() {
        return tokens.getAndUpdate(left -> left < PRICE ? left : left - PRICE) >= PRICE;
    }

    void earn() {
        tokens.getAndUpdate(left -> Math.min(left + 1, capacity));
    }

    /// Asks again at once: the pauses of [Backoff] are left out here.
    static <T> T withBudget(Callable<T> call, int retries, RetryBudget budget) throws Exception {
        for (int retry = 1; true; retry++) {
            try {
                T answer = call.call();
                budget.earn();
                return answer;
            } catch (IOException e) {
                if (retry > retries || !budget.spend()) {
                    throw e;
                }
            }
        }
    }

    /// The mistake: each call counts its own retries, and none of them sees that the others fail as well.
    static <T> T withoutBudget(Callable<T> call, int retries) throws Exception {
        for (int retry = 1; true; retry++) {
            try {
                return call.call();
            } catch (IOException e) {
                if (retry > retries) {
                    throw e;
                }
            }
        }
    }

    private static void show(String heading, IntPredicate fails, Way way) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        int failed = 0;
        for (int i = 0; i < CALLS; i++) {
            try {
                way.call(() -> {
                    if (fails.test(requests.incrementAndGet())) {
                        throw new IOException("no answer");
                    }
                    return "page";
                });
            } catch (IOException e) {
                failed++;
            }
        }
        IO.println("%-24s %d calls, %3d failed, %d requests".formatted(heading, CALLS, failed, requests.get()));
    }

    @FunctionalInterface
    interface Way {
        String call(Callable<String> call) throws Exception;
    }
}

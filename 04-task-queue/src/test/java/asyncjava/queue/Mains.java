package asyncjava.queue;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Runs the program in the test's own JVM, which is quicker than a JVM of its own, and reads what a run has
/// left.
final class Mains {

    private static final Pattern ACCOUNT =
            Pattern.compile("accepted ([\\d,]+) = ([\\d,]+) done \\+ ([\\d,]+) dead \\+ ([\\d,]+) handed back\\R");

    private Mains() {}

    /// What a run says that became of its orders.
    record Account(int accepted, int done, int dead, int handedBack) {

        private static Account of(MatchResult found) {
            return new Account(number(found, 1), number(found, 2), number(found, 3), number(found, 4));
        }

        private static int number(MatchResult found, int group) {
            return Integer.parseInt(found.group(group).replace(",", ""));
        }
    }

    static Ended run(String... arguments) {
        return Program.here(new Main(), arguments);
    }

    /// The account of a run in one style.
    static Account account(Ended ended) {
        return accounts(ended).getFirst();
    }

    /// The accounts of a run, one for each style.
    static List<Account> accounts(Ended ended) {
        List<Account> accounts =
                ACCOUNT.matcher(ended.out()).results().map(Account::of).toList();
        if (accounts.isEmpty()) {
            throw new AssertionError("expected an account, but there was%n%s%n%s".formatted(ended.out(), ended.err()));
        }
        return accounts;
    }

    /// The orders of which the log says that they are `done`, or `dead`, or something else.
    static List<String> logged(Ended ended, String what) {
        Matcher lines = Pattern.compile("(order-\\d+) is " + what).matcher(ended.err());
        return lines.results().map(found -> found.group(1)).toList();
    }

    /// The ids of the orders that are made up.
    static List<String> orders(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "order-" + i).toList();
    }

    /// The ids of the orders in a file.
    static List<String> ids(Path file) {
        return OrderFile.read(file).stream().map(Order::id).toList();
    }
}

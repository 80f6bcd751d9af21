package asyncjava.requests.exercise;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Whether what an exception says has a status in it: as a number, for a port may have the same digits among its own.
public final class StatusSaid {

    private StatusSaid() {}

    public static Predicate<Throwable> saying(String status) {
        return matching("(?<!\\d)%s(?!\\d)".formatted(status));
    }

    /// The same where the path of the URI is such a number.
    public static Predicate<Throwable> sayingBesideThePath(String status) {
        return matching("(?<!/|\\d)%s(?!\\d)".formatted(status));
    }

    private static Predicate<Throwable> matching(String regex) {
        Pattern number = Pattern.compile(regex);
        return each -> number.matcher(String.valueOf(each.getMessage())).find();
    }
}

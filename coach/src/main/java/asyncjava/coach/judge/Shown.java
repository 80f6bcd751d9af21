package asyncjava.coach.judge;

import java.util.regex.Pattern;

/// Text from an answer as it may be shown on a terminal.
final class Shown {

    /// What moves the cursor, changes colours or rings.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private Shown() {}

    static String of(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }

    /// @param most characters; what is longer loses its middle
    static String of(String text, int most) {
        return of(
                text.length() <= most
                        ? text
                        : text.substring(0, most / 2) + "\n[...]\n" + text.substring(text.length() - most / 2));
    }
}

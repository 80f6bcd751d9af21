package asyncjava.coach.judge;

import java.util.regex.Pattern;

/// Text from an answer as it may be shown on a terminal.
public final class Shown {

    /// What moves the cursor, changes colours or rings. Some terminals know such characters beyond ASCII too.
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private Shown() {}

    public static String of(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }

    /// @param most characters; what is longer loses its middle
    static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most / 2) + "\n[...]\n" + text.substring(text.length() - most / 2);
    }
}

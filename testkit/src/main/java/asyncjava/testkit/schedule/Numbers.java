package asyncjava.testkit.schedule;

import java.util.List;

/// Small numbers as a sentence has them.
final class Numbers {

    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    private Numbers() {}

    static String inWords(int number) {
        return number < WORDS.size() ? WORDS.get(number) : Integer.toString(number);
    }
}

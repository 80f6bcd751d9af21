package asyncjava.common.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One or several of a few names, as an option such as `--style` takes them.
public final class Choice {

    private Choice() {}

    /// Reads `all`, or names with commas between; a name is what the value's `toString` gives.
    ///
    /// @return those that were named, each once, in the order in which they were
    /// @throws BadInput for any other name
    public static <T> List<T> several(String option, String text, List<T> values) {
        return text.equals("all")
                ? values
                : Arrays.stream(text.split(",", -1))
                        .map(name -> named(option, name, values, ", all, or several with commas between"))
                        .distinct()
                        .toList();
    }

    /// Reads one name; a name is what the value's `toString` gives.
    ///
    /// @throws BadInput for any other name
    public static <T> T one(String option, String text, List<T> values) {
        return named(option, text, values, "");
    }

    private static <T> T named(String option, String name, List<T> values, String orElse) {
        return values.stream()
                .filter(value -> value.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        option,
                        name,
                        values.stream().map(Object::toString).collect(Collectors.joining(", ")) + orElse));
    }
}

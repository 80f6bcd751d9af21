package asyncjava.coach;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// What somebody may have meant by a word that is not known.
final class Nearest {

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final double SIMILAR = 0.75;
    private static final int SHORTEST_PART = 3;
    /// More where the last of them is no nearer than others.
    private static final int SHOWN = 3;

    private Nearest() {}

    /// A sentence with the nearest things that are known or, when none is near, with all of them.
    ///
    /// @param names what each of them may be called, the name to show first
    static <T> String to(String typed, List<T> known, Function<T, List<String>> names) {
        ToDoubleFunction<T> similarity = one -> names.apply(one).stream()
                .mapToDouble(name -> similarity(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)))
                .max()
                .orElse(0);
        List<T> near = known.stream()
                .filter(one -> similarity.applyAsDouble(one) >= SIMILAR)
                .sorted(Comparator.comparingDouble(similarity).reversed())
                .toList();
        if (near.size() > SHOWN) {
            double least = similarity.applyAsDouble(near.get(SHOWN - 1));
            near = near.stream()
                    .filter(one -> similarity.applyAsDouble(one) >= least)
                    .toList();
        }
        return (near.isEmpty() ? known : near)
                .stream()
                        .map(one -> names.apply(one).getFirst())
                        .collect(Collectors.joining(", ", near.isEmpty() ? "There are: " : "Nearest: ", "."));
    }

    private static double similarity(String typed, String name) {
        boolean part = typed.length() >= SHORTEST_PART && name.contains(typed);
        return part ? 1 : SIMILARITY.apply(typed, name);
    }
}

package asyncjava.site.linked;

import java.util.List;
import java.util.SplittableRandom;

/// What the pages say.
final class Prose {

    private static final List<String> WHO = List.of(
            "The kettle", "My aunt", "Every baker", "The old toaster", "A patient cook", "Nobody in this house");
    private static final List<String> DOES = List.of(
            "waits for", "warms", "never forgets", "sells", "quietly prefers", "would not begin without", "polishes");
    private static final List<String> WHAT = List.of(
            "the tea",
            "a soft egg",
            "three slices of toast",
            "plum jam",
            "the blue cup",
            "fresh butter",
            "the porridge");
    private static final List<String> WHEN =
            List.of("before sunrise", "while it rains", "on Sundays", "at eight o'clock", "in winter", "every morning");
    private static final List<String> HEADINGS = List.of(
            "What you need",
            "How it is done",
            "A word of warning",
            "From the letters",
            "What may go wrong",
            "Afterwards");

    private Prose() {}

    static String heading(SplittableRandom random) {
        return Layout.pick(HEADINGS, random);
    }

    static String paragraph(SplittableRandom random) {
        StringBuilder paragraph = new StringBuilder();
        for (int i = random.nextInt(2, 6); i > 0; i--) {
            paragraph.append("%s %s %s %s. "
                    .formatted(
                            Layout.pick(WHO, random),
                            Layout.pick(DOES, random),
                            Layout.pick(WHAT, random),
                            Layout.pick(WHEN, random)));
        }
        return paragraph.toString().strip();
    }
}

package asyncjava.coach;

import asyncjava.coach.Face.Said;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/// What came of all the exercises that were checked.
///
/// @param next what to do now, in words
record Summary(int exercises, int solved, int points, int pointsPossible, String next) implements Said {

    static Summary of(List<Checked> all, String learn) {
        Optional<Checked> open = all.stream().filter(one -> !one.isSolved()).findFirst();
        return new Summary(
                all.size(),
                (int) all.stream().filter(Checked::isSolved).count(),
                all.stream().mapToInt(Checked::points).sum(),
                all.stream().mapToInt(Checked::pointsPossible).sum(),
                open.map(one -> next(one, learn)).orElse("What is next: %s progress".formatted(learn)));
    }

    private static String next(Checked open, String learn) {
        return switch (open.state()) {
            case NOT_BEGUN -> "What it asks for: %s start %s".formatted(learn, open.exercise());
            case DOES_NOT_COMPILE -> "Your file: " + open.file();
            case SOLVED -> "All of them: %s check %s".formatted(learn, open.exercise());
            case FAILED -> "Your file: %s. A hint: %s hint %s".formatted(open.file(), learn, open.exercise());
        };
    }

    @Override
    public String kind() {
        return "summary";
    }

    @JsonIgnore
    boolean isOfMany() {
        return exercises > 1;
    }

    @Override
    public void inWords(Words words) {
        if (isOfMany()) {
            words.heading("%d of %d solved, %d of %d points.".formatted(solved, exercises, points, pointsPossible));
        }
        words.line(next);
    }
}

package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.course.Answers;

/// Something that helps a learner on.
///
/// @param level 1 to `levels`, from a nudge to almost the answer; 0 where it is the mistake behind the last
/// failure
/// @param next what to do where this does not help, in words
record Hint(String exercise, String title, int level, int levels, String text, String next) implements Said {

    static Hint ofMistake(Answers of, String mistake, String next) {
        return of(of, 0, "Your last check failed as this mistake does: " + mistake, next);
    }

    static Hint ofLevel(Answers of, int level, String next) {
        return of(of, level, of.exercise().hints().get(level - 1), next);
    }

    private static Hint of(Answers of, int level, String text, String next) {
        return new Hint(
                of.exercise().id(),
                of.exercise().title(),
                level,
                of.exercise().hints().size(),
                text,
                next);
    }

    @Override
    public String kind() {
        return "hint";
    }

    @Override
    public void inWords(Words words) {
        words.heading("Exercise %s: %s%s"
                .formatted(exercise, title, level == 0 ? "" : ", hint %d of %d".formatted(level, levels)));
        words.line();
        words.paragraph("  ", text);
        words.line();
        words.paragraph("", next);
    }
}

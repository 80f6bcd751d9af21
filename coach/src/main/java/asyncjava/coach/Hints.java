package asyncjava.coach;

import asyncjava.coach.Progress.Entry;
import asyncjava.coach.course.Answers;
import java.util.Optional;

/// Decides which hint comes next, and takes down that it was shown: first the mistake behind the last
/// failure, where it is known, then level after level.
final class Hints {

    private final Progress progress;
    private final String learn;

    /// @param learn the name by which it was called
    Hints(Progress progress, String learn) {
        this.progress = progress;
        this.learn = learn;
    }

    Hint next(Answers answers) throws ProgressError {
        String id = answers.exercise().id();
        Entry entry = progress.of(id);
        Optional<String> mistake = entry.untoldMistake();
        if (mistake.isPresent()) {
            progress.update(id, Entry::told);
            return Hint.ofMistake(answers, mistake.get(), "Another hint: %s hint %s".formatted(learn, id));
        }
        int levels = answers.exercise().hints().size();
        int level = Math.min(entry.hints() + 1, levels);
        if (entry.hints() < levels) {
            progress.update(id, before -> before.withHints(level));
        }
        return Hint.ofLevel(answers, level, next(id, entry, levels));
    }

    /// @param before how it was before the hint
    private String next(String id, Entry before, int levels) {
        if (before.hints() < levels - 1) {
            return "Another hint: %s hint %s".formatted(learn, id);
        }
        String last = before.hints() < levels ? "That was the last hint." : "There are no more hints.";
        return "%s The solution: %s solution %s%s".formatted(last, learn, id, before.isOpen() ? "" : " --give-up");
    }
}

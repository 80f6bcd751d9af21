package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.Progress.Entry;
import asyncjava.coach.course.Answers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a learner stands, in the exercises of all projects.
///
/// @param next what to do now, in words
record Board(List<Row> exercises, int solved, int points, int pointsPossible, String next) implements Said {

    /// @param project its folder
    /// @param hints how many of the hints were shown
    /// @param gaveUp whether the solution was opened before a pass
    record Row(
            String project,
            String exercise,
            String title,
            Standing standing,
            int points,
            int pointsPossible,
            int checks,
            int hints,
            boolean gaveUp) {

        static Row of(Answers answers, Entry entry) throws IOException {
            int possible = answers.exercise().points();
            return new Row(
                    answers.project().name(),
                    answers.exercise().id(),
                    answers.exercise().title(),
                    Standing.of(answers, entry),
                    entry.isSolved() ? possible : 0,
                    possible,
                    entry.checks(),
                    entry.hints(),
                    entry.gaveUp() != null);
        }

        private String account() {
            String account = "%2d of %2d points".formatted(points, pointsPossible);
            if (hints > 0) {
                account += hints == 1 ? ", 1 hint" : ", %d hints".formatted(hints);
            }
            return standing == Standing.SOLVED && gaveUp ? account + ", after giving up" : account;
        }
    }

    enum Standing {
        SOLVED("solved"),
        /// The solution was opened before a pass.
        GAVE_UP("gave up"),
        BEGUN("begun"),
        /// Its file is the stub.
        NOT_BEGUN("not begun");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        static Standing of(Answers answers, Entry entry) throws IOException {
            if (entry.isSolved()) {
                return SOLVED;
            }
            if (entry.gaveUp() != null) {
                return GAVE_UP;
            }
            return answers.isBegun() ? BEGUN : NOT_BEGUN;
        }
    }

    static Board of(Exercises exercises, Progress progress) throws IOException {
        Map<String, Entry> entries = progress.all();
        List<Row> rows = new ArrayList<>();
        for (Answers answers : exercises.all()) {
            rows.add(Row.of(answers, entries.getOrDefault(answers.exercise().id(), Entry.NONE)));
        }
        return new Board(
                rows,
                (int) rows.stream()
                        .filter(row -> row.standing() == Standing.SOLVED)
                        .count(),
                rows.stream().mapToInt(Row::points).sum(),
                rows.stream().mapToInt(Row::pointsPossible).sum(),
                firstOpen(rows)
                        .map(row -> "Next is %s, %s: %s start %1$s"
                                .formatted(
                                        row.exercise(),
                                        row.title(),
                                        exercises.curriculum().called()))
                        .orElse("All exercises that there are, are solved."));
    }

    /// The first that is not solved.
    Optional<Row> firstOpen() {
        return firstOpen(exercises);
    }

    private static Optional<Row> firstOpen(List<Row> rows) {
        return rows.stream().filter(row -> row.standing() != Standing.SOLVED).findFirst();
    }

    @Override
    public String kind() {
        return "progress";
    }

    @Override
    public void inWords(Words words) {
        int widest =
                exercises.stream().mapToInt(row -> row.title().length()).max().orElse(0);
        String project = "";
        for (Row row : exercises) {
            if (!row.project().equals(project)) {
                project = row.project();
                words.heading(words.plain() ? "Project " + project : project);
            }
            String standing = row.standing().words;
            words.line(
                    words.plain()
                            ? "Exercise %s, %s: %s, %s"
                                    .formatted(
                                            row.exercise(),
                                            row.title(),
                                            standing,
                                            row.account().strip().replaceAll(" +", " "))
                            : "  %s  %s  %s  %s"
                                    .formatted(
                                            row.standing() == Standing.SOLVED
                                                    ? words.good("%-9s".formatted(standing))
                                                    : "%-9s".formatted(standing),
                                            row.exercise(),
                                            ("%-" + Math.max(1, widest) + "s").formatted(row.title()),
                                            row.account()));
        }
        words.line();
        words.heading("%d of %d solved, %d of %d points.".formatted(solved, exercises.size(), points, pointsPossible));
        words.line(next);
    }
}

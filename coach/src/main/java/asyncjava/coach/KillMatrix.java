package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.judge.Proof;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which answer to which exercise is rejected, and by which test.
record KillMatrix(int timesJudged, @JsonProperty("answers") List<Row> rows) implements Said {

    /// @param rejectedBy the first test that failed; empty when none did
    /// @param hole why the verdict is not what it should be; empty when it is
    record Row(
            String exercise, String title, String answer, String kind, String style, String rejectedBy, String hole) {

        static Row of(Proof proof) {
            Exercise exercise = proof.claim().of().exercise();
            return new Row(
                    exercise.id(),
                    exercise.title(),
                    proof.claim().answer().name(),
                    proof.kind(),
                    proof.style(),
                    proof.rejectedBy(),
                    proof.hole());
        }
    }

    KillMatrix(int timesJudged, Iterable<Proof> proofs) {
        this(timesJudged, rows(proofs));
    }

    private static List<Row> rows(Iterable<Proof> proofs) {
        List<Row> rows = new ArrayList<>();
        proofs.forEach(proof -> rows.add(Row.of(proof)));
        return rows;
    }

    @JsonProperty
    long holes() {
        return rows.stream().filter(row -> !row.hole().isEmpty()).count();
    }

    @Override
    public String kind() {
        return "gate";
    }

    @Override
    public void inWords(Words words) {
        byExercise().forEach((exercise, answers) -> {
            words.heading(exercise);
            for (Row row : answers) {
                String style = row.style().isEmpty() ? "" : " (%s)".formatted(row.style());
                words.line("  %s  %s%s"
                        .formatted(row.hole().isEmpty() ? words.good("ok  ") : words.bad("HOLE"), row.answer(), style));
                words.indented(8, row.hole());
            }
            words.line();
        });
        words.heading(sum());
    }

    String markdown() {
        StringBuilder page = new StringBuilder("# Kill matrix\n\n" + sum() + "\n");
        byExercise().forEach((exercise, answers) -> {
            page.append("\n## %s\n\n| answer | style | first rejected by | |\n|---|---|---|---|\n".formatted(exercise));
            for (Row row : answers) {
                page.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                row.answer(),
                                row.style(),
                                row.rejectedBy(),
                                row.hole().isEmpty() ? "ok" : "**HOLE** " + inOneCell(row.hole())));
            }
        });
        return page.toString();
    }

    private String sum() {
        String judged = timesJudged == 1 ? "" : ", each judged %d times".formatted(timesJudged);
        return "%d answers%s, %d holes".formatted(rows.size(), judged, holes());
    }

    private Map<String, List<Row>> byExercise() {
        Map<String, List<Row>> all = new LinkedHashMap<>();
        for (Row row : rows) {
            all.computeIfAbsent(row.exercise() + " " + row.title(), _ -> new ArrayList<>())
                    .add(row);
        }
        return all;
    }

    private static String inOneCell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s*\n\\s*", " ");
    }
}

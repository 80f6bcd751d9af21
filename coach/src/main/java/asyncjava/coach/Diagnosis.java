package asyncjava.coach;

import asyncjava.coach.Face.Said;
import asyncjava.coach.doctor.Finding;
import asyncjava.coach.doctor.Finding.Status;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.apache.commons.text.WordUtils;

/// What was found out about this machine.
record Diagnosis(List<Finding> findings) implements Said {

    private static final int COLUMN = 9;
    private static final int WIDTH = 80 - COLUMN;

    Diagnosis {
        findings = List.copyOf(findings);
    }

    @JsonProperty
    long problems() {
        return with(Status.PROBLEM);
    }

    private long with(Status status) {
        return findings.stream().filter(finding -> finding.status() == status).count();
    }

    @Override
    public String kind() {
        return "doctor";
    }

    @Override
    public void inWords(Words words) {
        for (Finding finding : findings) {
            if (words.plain()) {
                words.line(finding.inOneLine());
            } else {
                print(finding, words);
            }
        }
        words.line();
        words.heading(
                problems() > 0
                        ? "Problems: %d. Each says what to do.".formatted(problems())
                        : "No problems. The course will run here.");
    }

    private static void print(Finding finding, Words words) {
        String status = finding.status().word();
        String shown = switch (finding.status()) {
            case FINE -> words.good(status);
            case NOTE -> words.bold(status);
            case PROBLEM -> words.bad(status);
        };
        String text = "%s: %s %s".formatted(finding.about(), finding.found(), finding.means());
        String wrapped = WordUtils.wrap(text, WIDTH).replace("\n", "\n" + " ".repeat(COLUMN));
        words.line(shown + " ".repeat(COLUMN - status.length()) + wrapped.replaceFirst(".*?:", words.bold("$0")));
        words.indented(COLUMN, WordUtils.wrap(finding.advice(), WIDTH));
    }
}

package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.doctor.Finding;
import asyncjava.coach.doctor.Finding.Status;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DoctorCommandTest {

    private static final Finding PORT =
            new Finding("Port 8080", Status.NOTE, "Another program listens there.", "The site would.", "End it.");
    private static final Finding MAVEN = new Finding(
            "Maven",
            Status.PROBLEM,
            "The wrapper is incomplete: mvnw or .mvn/wrapper is missing.",
            "Nothing can be built.",
            "Get the course anew, all files of it: some tools leave out those that start with a dot.");
    private static final Finding CORES = new Finding("Cores", Status.FINE, "2 cores.", "It is enough.", "");

    @TempDir
    private Path root;

    @Test
    void eachFindingSaysWhatItIsAndWhatToDo() {
        assertThat(said(false, CORES, MAVEN, PORT))
                .containsExactly(
                        "fine     Cores: 2 cores. It is enough.",
                        "PROBLEM  Maven: The wrapper is incomplete: mvnw or .mvn/wrapper is missing.",
                        "         Nothing can be built.",
                        "         Get the course anew, all files of it: some tools leave out those that",
                        "         start with a dot.",
                        "note     Port 8080: Another program listens there. The site would.",
                        "         End it.",
                        "",
                        "Problems: 1. Each says what to do.");
    }

    @Test
    void inPlainWordsEachFindingIsOneLine() {
        assertThat(said(true, CORES, PORT))
                .containsExactly(
                        "Cores, fine: 2 cores. It is enough.",
                        "Port 8080, note: Another program listens there. The site would. End it.",
                        "No problems. The course will run here.");
    }

    /// Whatever this machine is like.
    @Test
    void onlyAProblemIsStatus1() {
        FakeCurriculum fake = new FakeCurriculum(root);

        int status = fake.learn("doctor", "--json");

        ObjectNode said = JsonSchema.parse(fake.out());
        assertThat(status).isEqualTo(said.path("problems").asInt() > 0 ? 1 : 0);
        assertThat(said.path("findings").findValuesAsText("about"))
                .startsWith("JDK", "Maven")
                .hasSize(12);
    }

    private static List<String> said(boolean plain, Finding... findings) {
        StringWriter out = new StringWriter();
        new Diagnosis(List.of(findings)).inWords(new Words(new PrintWriter(out, true), plain, false));
        return out.toString().lines().toList();
    }
}

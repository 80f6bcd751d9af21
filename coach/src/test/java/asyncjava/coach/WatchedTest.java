package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.Watched.Event;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class WatchedTest {

    @Test
    void theLineTellsTheTimeToTheVerdictAndTheKeys() {
        assertThat(inWords(new Watched(Event.JUDGED, "1.1", 850L, true, false)))
                .isEqualTo("850 ms after the save was seen. "
                        + "Save, or type a key: r rerun, h hint, n next, l list, q quit\n");
    }

    @Test
    void aLongTimeIsToldInSeconds() {
        assertThat(inWords(new Watched(Event.JUDGED, "1.1", 3999L, false, false)))
                .isEqualTo("4.0 s after the save was seen. Save, or type a key: r rerun, h hint, l list, q quit\n");
    }

    private static String inWords(Watched watched) {
        StringWriter said = new StringWriter();
        watched.inWords(new Words(new PrintWriter(said, true), true, false));
        return said.toString().replace(System.lineSeparator(), "\n");
    }
}

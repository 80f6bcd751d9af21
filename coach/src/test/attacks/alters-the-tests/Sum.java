package fake.exercise.sum;

import java.nio.file.Files;
import java.nio.file.Path;

class Sum {
    static int of(int a, int b) throws Exception {
        Path test = Path.of(Sum.class.getResource("SumTest.class").toURI());
        // An attack of ours is one on nobody's real files.
        if (!test.toString().contains("/learn-")) {
            throw new AssertionError("would have overwritten " + test);
        }
        Files.write(test, Sum.class.getResourceAsStream("Sum.class").readAllBytes());
        return a + b;
    }
}

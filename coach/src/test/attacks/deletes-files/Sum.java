package fake.exercise.sum;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

class Sum {
    static int of(int a, int b) throws Exception {
        for (String place : List.of("user.dir", "user.home", "java.io.tmpdir")) {
            Path folder = Path.of(System.getProperty(place));
            // An attack of ours is one on nobody's real files.
            if (!folder.getParent().getFileName().toString().startsWith("learn-")) {
                throw new AssertionError("would have deleted " + folder);
            }
            delete(folder);
        }
        return a + b;
    }

    private static void delete(Path folder) throws Exception {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

package fake.exercise.sum;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class Sum {
    static int of(int a, int b) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            for (String kind : List.of("test", "solution")) {
                Path sources = folder.resolve("src").resolve(kind).resolve("java/fake/exercise/sum");
                if (Files.exists(sources)) {
                    throw new AssertionError("found " + sources);
                }
            }
        }
        return a + b;
    }
}

package fake.exercise.sum;

import java.nio.file.Files;
import java.nio.file.Path;

class Sum {
    static int of(int a, int b) throws Exception {
        Path closed = Files.createDirectories(Path.of("closed" + a + b + "/inner"));
        Files.createFile(closed.resolve("file"));
        Files.createSymbolicLink(closed.resolve("link"), Path.of("/"));
        closed.toFile().setWritable(false);
        closed.getParent().toFile().setReadable(false);
        closed.getParent().toFile().setExecutable(false);
        return a + b;
    }
}

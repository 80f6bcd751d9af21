package asyncjava.coach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A project's main class that leaves word of how it was called: the first word says where, the second is
/// its exit status. Without words it fails.
final class Witness {

    static final int WITHOUT_WORDS = 3;

    private Witness() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.exit(WITHOUT_WORDS);
        }
        Path report = Path.of(args[0]);
        Files.write(
                report,
                List.of(
                        String.join("|", args),
                        Path.of("").toAbsolutePath().toString(),
                        System.getProperty("from") + " " + System.getProperty("too"),
                        System.getProperty("learn.command")));
        System.exit(Integer.parseInt(args[1]));
    }
}

package asyncjava.coach.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Processes that a worker has started. When it has ended they are nobody's descendants any more, but where
/// there is `/proc` they are known by the environment that they have from it, in which its folder is named.
final class Strays {

    private static final Path PROCESSES = Path.of("/proc/self");
    private static final int MOST_LOOKS = 1_000;

    private Strays() {}

    /// Kills them, until there are none: those that are about to start others may come after the first
    /// look.
    static void kill(Path folder) {
        if (!Files.isDirectory(PROCESSES)) {
            return;
        }
        for (int i = 0; i < MOST_LOOKS; i++) {
            List<ProcessHandle> left = ProcessHandle.allProcesses()
                    .filter(process -> isFrom(process, folder))
                    .toList();
            if (left.isEmpty()) {
                return;
            }
            left.forEach(ProcessHandle::destroyForcibly);
            Thread.onSpinWait();
        }
    }

    private static boolean isFrom(ProcessHandle process, Path folder) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(folder + "/");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}

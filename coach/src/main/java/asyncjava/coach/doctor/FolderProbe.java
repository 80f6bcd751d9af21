package asyncjava.coach.doctor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that something is written to: whether that works, and how much room there is.
///
/// @param holds what is kept there
/// @param wantedMegabytes how much room it should have
/// @param move how to use another folder
record FolderProbe(String about, Path folder, String holds, long wantedMegabytes, String move) implements Probe {

    private static final long LEAST_MEGABYTES = 20;

    static FolderProbe ofLibraries(Path repository) {
        return new FolderProbe(
                "Maven repository",
                repository,
                "Maven keeps the libraries there.",
                500,
                "or name another in MAVEN_ARGS: -Dmaven.repo.local=FOLDER");
    }

    static FolderProbe ofProject(Path root) {
        return new FolderProbe(
                "Course folder",
                root,
                "What is built from the course is kept in its target folders.",
                200,
                "or move the course to another folder, one of your own");
    }

    static FolderProbe ofTemporaryFiles(Path folder) {
        return new FolderProbe(
                "Temporary files",
                folder,
                "A check puts a copy of your code there, and takes it away again.",
                200,
                "or name another folder in JAVA_TOOL_OPTIONS: -Djava.io.tmpdir=FOLDER");
    }

    @Override
    public Finding look() throws IOException {
        Path existing = nearestThatExists();
        try {
            write(existing);
        } catch (IOException refused) {
            return Finding.problem(
                    this,
                    "%s cannot be written to: %s.".formatted(existing, reason(refused)),
                    holds,
                    "Make it writable, %s.".formatted(move));
        }
        long megabytes = Files.getFileStore(existing).getUsableSpace() / 1_000_000;
        String found = "%s can be written to, and has %s left.".formatted(folder, size(megabytes));
        if (megabytes < wantedMegabytes) {
            String room = "It should have %s. %s".formatted(size(wantedMegabytes), holds);
            String advice = "Free some space, %s.".formatted(move);
            return megabytes < LEAST_MEGABYTES
                    ? Finding.problem(this, found, room, advice)
                    : Finding.note(this, found, room, advice);
        }
        return Finding.fine(this, found, holds);
    }

    /// What is not there yet will be made in a folder that is.
    private Path nearestThatExists() {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }

    /// Permissions alone do not tell: a disk may be full, or mounted to be read only.
    private static void write(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "doctor-", ".tmp");
        try {
            Files.write(file, new byte[4096]);
        } finally {
            Files.delete(file);
        }
    }

    private static String reason(IOException refused) {
        return switch (refused) {
            case AccessDeniedException _ -> "permission denied";
            case FileSystemException file when file.getReason() != null -> file.getReason();
            default -> String.valueOf(refused.getMessage());
        };
    }

    private static String size(long megabytes) {
        return megabytes < 10_000 ? megabytes + " MB" : megabytes / 1000 + " GB";
    }
}

package asyncjava.coach;

import asyncjava.coach.judge.BrokenOff.Why;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An answer that is not meant as one, in `src/test/attacks`: what lies in its folder is put into the
/// exercise's package, what lies in `sources` is put where packages begin, and `verdict.yaml` says what
/// must come of it.
record Attack(String name, Path folder, Expected expected) {

    private static final Path ALL = Path.of("src/test/attacks").toAbsolutePath();

    /// @param attack what it does
    /// @param verdict `solved`, `failed` or `does not compile`
    /// @param test the first that fails; null where none does
    /// @param why the worker ended early; null where it did not
    /// @param says words of the first failure, of why the worker ended, or of the first compile error
    /// @param seconds after which the time is over; null where that is not what it is about
    /// @param made what the file is, where it is none to be kept; see [MadeAttacks]
    record Expected(
            String attack,
            String verdict,
            @Nullable String test,
            @Nullable Why why,
            List<String> says,
            @Nullable Integer seconds,
            @Nullable String made) {}

    /// All there are. The one that leaves a compiler at work, which nobody can end and which fills the memory, is last.
    static List<Attack> all() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            List<Path> found = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing((Path folder) -> folder.endsWith("keeps-the-compiler-busy"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            return found.stream().map(Attack::read).toList();
        }
    }

    /// The tests that they are on.
    static Path tests() {
        return ALL.resolve("SumTest.java");
    }

    private static Attack read(Path folder) {
        try {
            Expected expected =
                    new YAMLMapper().readValue(folder.resolve("verdict.yaml").toFile(), Expected.class);
            return new Attack(folder.getFileName().toString(), folder, expected);
        } catch (IOException e) {
            throw new IllegalStateException(folder.toString(), e);
        }
    }

    Optional<Duration> time() {
        return Optional.ofNullable(expected.seconds()).map(Duration::ofSeconds);
    }

    /// @param sources where packages begin
    /// @param inPackage where the exercise's own lies
    /// @param solution the file
    void put(Path sources, Path inPackage, Path solution) throws IOException {
        copy(folder, inPackage, 1, ".java");
        if (Files.isDirectory(folder.resolve("sources"))) {
            copy(folder.resolve("sources"), sources, Integer.MAX_VALUE, "");
        }
        if (expected.made() != null) {
            MadeAttacks.put(expected.made(), inPackage.resolve("Sum.java"), solution);
        }
    }

    private static void copy(Path from, Path to, int depth, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(from, depth)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> one.toString().endsWith(ending))
                    .toList()) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

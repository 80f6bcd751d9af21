package asyncjava.coach.doctor;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// The Maven that comes with the course: whether it is here, or must be downloaded.
///
/// @param userFolder where the wrapper keeps what it downloads, usually `~/.m2`
record MavenProbe(Path root, Path userFolder) implements Probe {

    static Path userFolder(Path home, Map<String, String> environment) {
        String set = environment.getOrDefault("MAVEN_USER_HOME", "");
        return set.isEmpty() ? home.resolve(".m2") : Path.of(set);
    }

    @Override
    public String about() {
        return "Maven";
    }

    @Override
    public Finding look() throws IOException {
        Path wrapper = root.resolve(".mvn/wrapper/maven-wrapper.properties");
        if (!Files.exists(wrapper) || !Files.exists(root.resolve("mvnw"))) {
            return Finding.problem(
                    this,
                    "The wrapper is incomplete: mvnw or .mvn/wrapper is missing.",
                    "Nothing can be built.",
                    "Get the course anew, all files of it: some tools leave out those that start with a dot.");
        }
        URI url = distribution(wrapper);
        String name = url.getPath().replaceFirst(".*/", "").replaceFirst("(-bin)?\\.(zip|tar\\.gz)$", "");
        Path kept = userFolder.resolve("wrapper/dists").resolve(name);
        List<Path> copies = foldersIn(kept);
        for (Path copy : copies) {
            if (Files.exists(copy.resolve("bin/mvn")) && Files.isDirectory(copy.resolve("lib"))) {
                return Finding.fine(this, name + ", in " + copy + ".", "It comes with the course and builds it.");
            }
        }
        if (!copies.isEmpty()) {
            return Finding.problem(
                    this,
                    "%s is there only in part, in %s.".formatted(name, kept),
                    "A download was cut off, and nothing can be built.",
                    "Delete that folder: the next build downloads it anew.");
        }
        return Finding.note(
                this,
                name + " is not here yet.",
                "The next build downloads it, and the libraries, from %s.".formatted(url.getHost()),
                "Be online for that one. Behind a proxy: https://maven.apache.org/guides/mini/guide-proxies.html");
    }

    private static URI distribution(Path wrapper) throws IOException {
        Properties written = new Properties();
        try (Reader reader = Files.newBufferedReader(wrapper)) {
            written.load(reader);
        }
        return URI.create(written.getProperty("distributionUrl", "").strip());
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }
}

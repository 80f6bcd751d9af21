package asyncjava.coach.boot;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A Maven module: a folder in the root folder. Those that start with two digits are the projects.
///
/// @param root the root folder, as a real path
/// @param name the folder's name, such as `01-task-runner`
public record ModuleFolder(Path root, String name) {

    /// The projects there are, in order.
    public static List<ModuleFolder> projects(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> Files.isRegularFile(child.resolve("pom.xml")))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> name.matches("\\d\\d-.+"))
                    .sorted()
                    .map(name -> new ModuleFolder(root, name))
                    .toList();
        }
    }

    /// What a person may call this project: `01-task-runner`, `01`, `1` or `task-runner`.
    public List<String> names() {
        String number = name.substring(0, 2);
        return List.of(name, number, String.valueOf(Integer.parseInt(number)), name.substring(3));
    }

    /// Whether a person who types this means this project.
    public boolean answersTo(String typed) {
        return names().contains(typed);
    }

    public Path dir() {
        return root.resolve(name);
    }

    /// What the build found out about the project, see `.mvn/run/project.properties`.
    public Path properties() {
        return dir().resolve("target/run/project.properties");
    }

    /// What to start its classes with: they themselves, then what they depend on.
    public List<Path> classpath() throws IOException {
        return classpath(marker());
    }

    /// What to compile and run its tests with, likewise.
    public List<Path> testClasspath() throws IOException {
        return classpath(testMarker());
    }

    private Path testMarker() {
        return dir().resolve("target/run/test-classpath");
    }

    private List<Path> classpath(Path written) throws IOException {
        List<Path> entries = new ArrayList<>(List.of(dir().resolve("target/classes")));
        for (String entry : Files.readString(written).strip().split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }

    /// The file that a build writes when the module is compiled: as old as what it was compiled from, or
    /// younger.
    Path marker() {
        return dir().resolve("target/run/classpath");
    }

    public boolean isBuilt() {
        return Files.exists(marker());
    }

    /// When it was last compiled.
    public FileTime builtAt() throws IOException {
        return Files.getLastModifiedTime(marker());
    }

    /// Whether nothing that the module is made from, here or in the modules it depends on, is younger than
    /// its build.
    boolean isUpToDate() throws IOException {
        if (!Files.isRegularFile(marker()) || !Files.isRegularFile(testMarker())) {
            return false;
        }
        for (Path entry : testClasspath()) {
            if (!Files.exists(entry) || isOfAnotherCopy(entry)) {
                return false;
            }
        }
        // Not every file system keeps, and not every tool copies, more than milliseconds.
        return newestSource().toMillis() <= Files.getLastModifiedTime(marker()).toMillis();
    }

    /// When any of its sources last changed, or those of the modules on its class path.
    FileTime newestSource() throws IOException {
        Newest newest = new Newest();
        newest.see(root.resolve("pom.xml"));
        newest.see(root.resolve(".mvn/run"));
        for (Path entry : testClasspath()) {
            if (entry.startsWith(root)) {
                Path module = root.resolve(root.relativize(entry).getName(0));
                newest.see(module.resolve("pom.xml"));
                newest.see(module.resolve("src/main"));
            }
        }
        return newest.time;
    }

    /// Makes Maven compile again what is stale. Left to itself it keeps a class that is younger than its
    /// source, even one that was compiled while that source was edited.
    void ageStaleClasses() throws IOException {
        boolean built = Files.isRegularFile(marker()) && Files.isRegularFile(testMarker());
        for (Path entry : built ? testClasspath() : List.of(dir().resolve("target/classes"))) {
            if (entry.startsWith(root) && Files.isDirectory(entry)) {
                ModuleFolder module =
                        new ModuleFolder(root, root.relativize(entry).getName(0).toString());
                if (module.equals(this)
                        || module.newestOwnSource().compareTo(Files.getLastModifiedTime(marker())) > 0) {
                    age(entry);
                }
            }
        }
    }

    private FileTime newestOwnSource() throws IOException {
        Newest newest = new Newest();
        newest.see(dir().resolve("pom.xml"));
        newest.see(dir().resolve("src/main"));
        return newest.time;
    }

    private static void age(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }
    }

    /// A copied folder's class paths still lead into the original.
    private boolean isOfAnotherCopy(Path entry) {
        return entry.resolveSibling("classes").endsWith("target/classes") && !entry.startsWith(root);
    }

    private static final class Newest extends SimpleFileVisitor<Path> {
        private FileTime time = FileTime.fromMillis(0);
        // A time in the future, as an archive from another time zone may have, would be stale for ever.
        private final FileTime latest = FileTime.fromMillis(System.currentTimeMillis() + 60_000);

        void see(Path tree) throws IOException {
            if (Files.exists(tree)) {
                Files.walkFileTree(tree, this);
            }
        }

        /// A folder's own time changes when something in it is deleted.
        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return visitFile(dir, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            FileTime changed = attributes.lastModifiedTime();
            if (changed.compareTo(time) > 0 && changed.compareTo(latest) < 0) {
                time = changed;
            }
            return FileVisitResult.CONTINUE;
        }

        /// An editor's temporary file may be gone again by now.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}

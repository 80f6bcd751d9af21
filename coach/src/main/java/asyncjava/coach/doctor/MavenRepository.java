package asyncjava.coach.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where Maven keeps the libraries. To ask Maven itself takes seconds, and needs one that works.
final class MavenRepository {

    private static final Pattern OPTION = Pattern.compile("-Dmaven\\.repo\\.local=(\"[^\"]+\"|\\S+)");
    private static final Pattern SETTING = Pattern.compile("<localRepository>\\s*(.+?)\\s*</localRepository>");

    private MavenRepository() {}

    static Path find(Path root, Path home, Map<String, String> environment) {
        return in(OPTION, environment.getOrDefault("MAVEN_ARGS", ""))
                .or(() -> in(OPTION, text(root.resolve(".mvn/maven.config"))))
                .or(() -> in(OPTION, environment.getOrDefault("MAVEN_OPTS", "")))
                .or(() -> in(OPTION, text(root.resolve(".mvn/jvm.config"))))
                .or(() -> in(SETTING, text(home.resolve(".m2/settings.xml"))))
                .map(path -> Path.of(path.replace("${user.home}", home.toString())))
                .orElse(home.resolve(".m2/repository"));
    }

    private static Optional<String> in(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).replace("\"", "")) : Optional.empty();
    }

    /// A file that cannot be read says nothing, to Maven as well.
    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}

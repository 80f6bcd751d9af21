package asyncjava.requests;

import asyncjava.common.cli.BadInput;
import asyncjava.common.timeline.Timeline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The SHA-256 sums of some files by their names, as `sha256sum` writes them.
///
/// @param byName in lower case
record Sums(Map<String, String> byName) {

    private static final int MOST_BYTES = 10_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static final Sums NONE = new Sums(Map.of());

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    /// @throws IllegalArgumentException naming the first line that is none of a name's sum
    static Sums parse(String text) {
        Map<String, String> byName = new HashMap<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            Matcher sum = LINE.matcher(line.strip());
            if (!sum.matches()) {
                throw new IllegalArgumentException(
                        "got \"%s\"; accepted: 64 hexadecimal digits, two blanks, a name".formatted(line));
            }
            byName.put(sum.group(2), sum.group(1).toLowerCase(Locale.ROOT));
        }
        return new Sums(Map.copyOf(byName));
    }

    /// Reads them from a file, or from a URL.
    ///
    /// @throws BadInput when there are none to be had
    static Sums read(String place) throws InterruptedException {
        try {
            String text = Target.parse(place) instanceof Target.Fetchable target
                    ? fetch(target.uri())
                    : Files.readString(Path.of(place));
            return parse(text);
        } catch (IOException | InvalidPathException e) {
            throw new BadInput("--sums", place, "a file or a URL that can be read (%s)".formatted(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new BadInput("--sums", place, "what sha256sum writes (%s)".formatted(e.getMessage()));
        }
    }

    private static String fetch(URI uri) throws IOException, InterruptedException {
        Collected text = new Collected(MOST_BYTES);
        try (BlockingClient client = new BlockingClient(PATIENCE)) {
            return switch (client.fetch(new Request("sums", uri, () -> text, Timeline.start()))) {
                case Result.Answered answered when answered.isOk() -> text.toString();
                case Result.Answered answered -> throw new IOException("status " + answered.status());
                case Result.Failed failed -> throw new IOException(failed.reason());
            };
        }
    }

    Optional<String> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

package asyncjava.requests;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder that downloads go to, each under the last part of its URL's path.
final class DownloadFolder {

    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final Pattern LEFTOVER = Pattern.compile("\\..+\\.(\\d{1,18})-[0-9a-f-]+\\.part");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int MOST_BYTES = 150;

    private final Path folder;
    private final Sums sums;
    private final Progress progress;
    private final Set<String> taken = new HashSet<>();
    private final List<String> unchecked = new ArrayList<>();

    private DownloadFolder(Path folder, Sums sums, Progress progress) {
        this.folder = folder;
        this.sums = sums;
        this.progress = progress;
    }

    /// Makes the folder if there is none, and clears away what a download of this machine has left there that was
    /// killed.
    static DownloadFolder open(Path folder, Sums sums, Progress progress) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher leftover = LEFTOVER.matcher(file.getFileName().toString());
                if (leftover.matches()
                        && ProcessHandle.of(Long.parseLong(leftover.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return new DownloadFolder(folder, sums, progress);
    }

    /// Where the body of this URL goes; where two have the same name, the second is told apart by a number.
    Destination place(URI uri) {
        String wanted = name(uri);
        String name = wanted;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = numbered(wanted, i);
        }
        Path file;
        Path beside;
        try {
            file = folder.resolve(name);
            beside = folder.resolve(
                    "." + name + "." + ProcessHandle.current().pid() + "-" + UUID.randomUUID() + ".part");
        } catch (InvalidPathException e) {
            return unusable("no file here can be called " + name);
        }
        if (!sums.byName().isEmpty() && sums.of(wanted).isEmpty()) {
            unchecked.add(name);
        }
        return new Destination() {
            @Override
            public Sink open() {
                return new PartialFile(
                        file,
                        beside,
                        sums.of(wanted),
                        progress.begin(file.getFileName().toString()));
            }

            @Override
            public boolean blocks() {
                return true;
            }
        };
    }

    /// The files that no sum is known of, though there are sums.
    List<String> unchecked() {
        return List.copyOf(unchecked);
    }

    private static Destination unusable(String why) {
        return () -> new Destination.Sink() {
            @Override
            public void expect(int status, long length) throws IOException {
                throw new UnusableBody(why);
            }

            @Override
            public void write(ByteBuffer piece) {}

            @Override
            public void finish() {}

            @Override
            public void abandon() {}
        };
    }

    static String name(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String last = UNFIT.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("_");
        // Some systems drop blanks and dots from the end of a name, and some names are devices there.
        String name = shortened(last).replaceFirst("[. ]+$", "");
        return name.isEmpty() ? "index.html" : DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /// As much of a name as fits in all file systems, cut between characters.
    private static String shortened(String name) {
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int character : name.codePoints().toArray()) {
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            kept.appendCodePoint(character);
        }
        return kept.toString();
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    }
}

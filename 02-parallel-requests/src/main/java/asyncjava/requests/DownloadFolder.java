package asyncjava.requests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder that downloads go to, each under the last part of its URL's path.
final class DownloadFolder {

    private static final Pattern UNFIT = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
    private static final Pattern LEFTOVER = Pattern.compile("\\..+\\.(\\d{1,18})\\.part");
    private static final int LONGEST_NAME = 150;

    private final Path folder;
    private final Sums sums;
    private final Progress progress;
    private final Set<String> taken = new HashSet<>();

    private DownloadFolder(Path folder, Sums sums, Progress progress) {
        this.folder = folder;
        this.sums = sums;
        this.progress = progress;
    }

    /// Makes the folder if there is none, and clears away what a download has left there that was killed.
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
        Path file = folder.resolve(name);
        Path beside = folder.resolve(
                ".%s.%d.part".formatted(name, ProcessHandle.current().pid()));
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

    static String name(URI uri) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String last = UNFIT.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceAll("_");
        return switch (last) {
            case "", ".", ".." -> "index.html";
            default -> last.substring(0, Math.min(last.length(), LONGEST_NAME));
        };
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + "-" + number : name.substring(0, dot) + "-" + number + name.substring(dot);
    }
}

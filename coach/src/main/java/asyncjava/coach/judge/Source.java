package asyncjava.coach.judge;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/// A source file as it was when it was read. Whatever is saved or deleted afterwards, compiler and messages
/// speak of the same text.
final class Source extends SimpleJavaFileObject {

    private final String text;

    private Source(URI uri, String text) {
        super(uri, Kind.SOURCE);
        this.text = text;
    }

    static Source read(Path file) throws IOException {
        return read(file, Integer.MAX_VALUE);
    }

    /// @param most how many bytes are read; the file may be longer
    static Source read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Source(file.toUri(), new String(in.readNBytes(most), StandardCharsets.UTF_8));
        }
    }

    Path path() {
        return Path.of(toUri());
    }

    /// @param number from 1
    String line(long number) {
        return text.lines().skip(number - 1).findFirst().orElse("");
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}

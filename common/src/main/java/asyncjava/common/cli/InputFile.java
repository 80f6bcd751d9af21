package asyncjava.common.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A text file that a person named, a thing per line.
public final class InputFile {

    private static final Path STANDARD_INPUT = Path.of("-");

    private InputFile() {}

    /// One line that counts.
    ///
    /// @param place the file and the number of the line, such as `tasks.txt:3`
    /// @param text without blanks around it
    public record Line(String place, String text) {}

    /// Reads the lines that are not blank and do not begin with `#`; from standard input where the file is `-`.
    ///
    /// @param option the option that names the file, for the message
    /// @param what what a line holds, for the message: `task`
    /// @throws BadInput when the file cannot be read, is no text in UTF-8, or has no such line
    public static List<Line> read(String option, Path file, String what) {
        List<String> all = readAll(option, file);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            // Some editors on Windows begin a file with a byte order mark.
            String text = all.get(i).replace("\uFEFF", "").strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new Line(file + ":" + (i + 1), text));
            }
        }
        if (lines.isEmpty()) {
            throw new BadInput(
                    option, file.toString(), "a file with at least one %s (this one has none)".formatted(what));
        }
        return lines;
    }

    private static List<String> readAll(String option, Path file) {
        try {
            return file.equals(STANDARD_INPUT)
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new BadInput(option, file.toString(), "a text file in UTF-8 (this one is not)");
        } catch (IOException e) {
            throw unreadable(option, file);
        }
    }

    /// What to say of a file that could not be read.
    ///
    /// @param option the option that names the file
    public static BadInput unreadable(String option, Path file) {
        String why = !Files.exists(file)
                ? "there is no such file"
                : Files.isDirectory(file) ? "this is a folder" : "this one cannot be read";
        return new BadInput(option, file.toString(), "a file that can be read (%s)".formatted(why));
    }
}

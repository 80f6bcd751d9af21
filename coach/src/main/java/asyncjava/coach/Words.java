package asyncjava.coach;

import java.io.PrintWriter;
import org.apache.commons.text.WordUtils;
import picocli.CommandLine.Help.Ansi;

/// Lines for a person.
///
/// @param plain whether each line must make sense by itself
record Words(PrintWriter out, boolean plain, boolean colour) {

    private static final int WIDTH = 80;

    void line(String text) {
        out.println(text);
    }

    void line() {
        if (!plain) {
            out.println();
        }
    }

    /// A line that stands out.
    void heading(String text) {
        line(bold(text));
    }

    /// Lines that belong to the one above.
    void indented(int columns, String text) {
        text.stripTrailing().lines().forEach(one -> line(one.isEmpty() ? "" : " ".repeat(plain ? 0 : columns) + one));
    }

    /// Prose, broken into lines that begin below where the first begins after its lead, such as `- `. Where
    /// each line must make sense by itself, it stays one line.
    void paragraph(String lead, String text) {
        String prose = text.strip().replaceAll("\\s+", " ");
        if (plain) {
            line(lead.stripLeading() + prose);
        } else {
            String next = System.lineSeparator() + " ".repeat(lead.length());
            line(lead + WordUtils.wrap(prose, WIDTH - lead.length(), next, false));
        }
    }

    String bold(String text) {
        return styled(Ansi.Style.bold, text);
    }

    String good(String text) {
        return styled(Ansi.Style.fg_green, text);
    }

    String bad(String text) {
        return styled(Ansi.Style.fg_red, text);
    }

    private String styled(Ansi.Style style, String text) {
        return colour ? Ansi.Style.on(style) + text + Ansi.Style.off(style) : text;
    }
}

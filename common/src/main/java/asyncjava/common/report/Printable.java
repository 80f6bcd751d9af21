package asyncjava.common.report;

import asyncjava.common.cli.Terminal;

/// Text from anywhere made safe to print and measured in terminal columns.
///
/// A name may come from a file or a web page: a newline in it would break the drawing, an escape sequence could
/// repaint the screen, a right-to-left override could turn a line around.
final class Printable {

    // Unicode's EastAsianWidth.txt, block by block.
    private static final int[][] WIDE = {
        {0x1100, 0x115f}, // Hangul, the letters that open a syllable
        {0x2e80, 0x303e}, // CJK radicals and punctuation
        {0x3041, 0xa4cf}, // kana, CJK, Yi
        {0xa960, 0xa97c}, // more Hangul letters
        {0xac00, 0xd7a3}, // Hangul syllables
        {0xf900, 0xfaff}, // CJK compatibility
        {0xfe30, 0xfe6f},
        {0xff01, 0xff60}, // full-width forms
        {0xffe0, 0xffe6},
        {0x16fe0, 0x1b2ff}, // Tangut, more kana
        {0x1f300, 0x1faff}, // pictures
        {0x20000, 0x3fffd}, // more CJK
    };

    private Printable() {}

    /// One line of visible characters: white space becomes a space, whatever else is not seen is dropped.
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                clean.append(' ');
            } else if (isSeen(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip();
    }

    /// The same in characters that the terminal can show.
    static String clean(String text, Terminal terminal) {
        String clean = clean(text);
        if (terminal.unicode()) {
            return clean;
        }
        StringBuilder ascii = new StringBuilder(clean.length());
        clean.codePoints()
                .filter(point -> columns(point) > 0)
                .forEach(point -> ascii.append(point < 0x7f ? (char) point : '?'));
        return ascii.toString();
    }

    /// How many columns a terminal gives to clean text.
    static int columns(String text) {
        return text.codePoints().map(Printable::columns).sum();
    }

    /// Exactly this many columns: clean text padded with spaces, or cut short where it shows.
    static String fit(String text, int columns, Terminal terminal) {
        String cut = cut(text, columns, terminal);
        return cut + " ".repeat(columns - columns(cut));
    }

    /// At most this many columns.
    static String cut(String text, int columns, Terminal terminal) {
        if (columns(text) <= columns) {
            return text;
        }
        String mark = terminal.unicode() ? "…" : "..";
        if (columns <= mark.length()) {
            mark = "";
        }
        StringBuilder kept = new StringBuilder();
        int room = columns - mark.length();
        for (int point : text.codePoints().toArray()) {
            room -= columns(point);
            if (room < 0) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept + mark;
    }

    private static boolean isSeen(int point) {
        // Variation selectors choose between a narrow and a wide picture of the same sign, which terminals disagree on.
        if (point >= 0xfe00 && point <= 0xfe0f) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static int columns(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        if (Character.isEmojiPresentation(point)) {
            return true;
        }
        for (int[] block : WIDE) {
            if (point >= block[0] && point <= block[1]) {
                return true;
            }
        }
        return false;
    }
}

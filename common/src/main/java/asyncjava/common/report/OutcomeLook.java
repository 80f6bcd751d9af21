package asyncjava.common.report;

import asyncjava.common.cli.Durations;
import asyncjava.common.cli.Terminal;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Span;
import java.util.Locale;

/// How an outcome is drawn. Its glyph, its words or its pattern carry the meaning; colour only repeats it.
enum OutcomeLook {
    OK("ok", '█', '#', 32, ""),
    FAILED("failed", '╳', 'x', 31, "× "),
    CANCELLED("cancelled", '░', '-', 33, "– "),
    RUNNING("still running", '»', '>', 36, "▸ ");

    private final String word;
    private final char glyph;
    private final char ascii;
    private final int ansi;
    private final String mark;

    OutcomeLook(String word, char glyph, char ascii, int ansi, String mark) {
        this.word = word;
        this.glyph = glyph;
        this.ascii = ascii;
        this.ansi = ansi;
        this.mark = mark;
    }

    static OutcomeLook of(Outcome outcome) {
        return switch (outcome) {
            case OK -> OK;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
            case RUNNING -> RUNNING;
        };
    }

    String word() {
        return word;
    }

    /// What stands before a time in the HTML report.
    String mark() {
        return mark;
    }

    /// The class that `report.html` has a colour and a pattern for.
    String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    String bar(int cells, Terminal terminal) {
        return paint(String.valueOf(terminal.unicode() ? glyph : ascii).repeat(cells), terminal);
    }

    String paint(String text, Terminal terminal) {
        return terminal.colour() ? "\u001b[" + ansi + "m" + text + "\u001b[0m" : text;
    }

    /// What became of a span: `302 ms`, `failed after 120 ms`, `still running`.
    static String words(Span span, Terminal terminal) {
        String took = Durations.format(span.duration(), terminal);
        return switch (span.outcome()) {
            case OK -> took;
            case FAILED, CANCELLED -> of(span.outcome()).word + " after " + took;
            case RUNNING -> RUNNING.word;
        };
    }

    /// The same where columns are scarce: `302 ms`, `failed`, `running`.
    static String shortWords(Span span, Terminal terminal) {
        return switch (span.outcome()) {
            case OK -> Durations.format(span.duration(), terminal);
            case FAILED, CANCELLED -> of(span.outcome()).word;
            case RUNNING -> "running";
        };
    }
}

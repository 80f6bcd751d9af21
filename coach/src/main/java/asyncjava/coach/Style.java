package asyncjava.coach;

import picocli.CommandLine.Help.Ansi;

/// Bold on a terminal, plain elsewhere and under `NO_COLOR`.
final class Style {

    private Style() {}

    static String bold(String text) {
        return Ansi.AUTO.string("@|bold " + text + "|@");
    }
}

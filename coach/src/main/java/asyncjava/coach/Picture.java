package asyncjava.coach;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a program printed, as a document shows it.
///
/// Two runs never print the same times, nor the same port where the system picks one. They have the same
/// shape when all else is the same and the same bars lie side by side, in whatever order, or one after
/// another.
record Picture(String text) {

    private static final Pattern BAR = Pattern.compile("[█╳░»]+");
    private static final Pattern AXIS = Pattern.compile("\\s*├.*┤");
    private static final Pattern FIGURE =
            Pattern.compile("\\d+(\\.\\d+)?( (ns|µs|ms|s|min|h)\\b( \\d+ (s|min)\\b)?|×)|(?<=127\\.0\\.0\\.1:)\\d+");

    boolean hasShapeOf(Picture other) {
        return shape().equals(other.shape());
    }

    /// What stays the same from run to run: its lines without the figures, bars that lie side by side in
    /// one line.
    List<String> shape() {
        List<String> shape = new ArrayList<>();
        SortedSet<String> together = new TreeSet<>();
        int end = 0;
        for (String line : text.stripTrailing().lines().toList()) {
            Matcher bar = BAR.matcher(line);
            boolean row = bar.find() && !AXIS.matcher(line).matches();
            // A column more, for one row's end and the next one's start are both rounded.
            if (!row || bar.start() >= end - 1) {
                shape.addAll(together);
                shape.add(row ? "bars" : "line");
                together.clear();
            }
            end = row ? bar.end() : 0;
            together.add(withoutFigures(row ? bar.replaceFirst(line.substring(bar.start(), bar.start() + 1)) : line));
        }
        shape.addAll(together);
        return shape;
    }

    private static String withoutFigures(String line) {
        String axis = AXIS.matcher(line).replaceFirst("axis");
        return FIGURE.matcher(axis).replaceAll("#").replaceAll("\\s+", " ").strip();
    }
}

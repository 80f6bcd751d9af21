package asyncjava.site.linked;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A trap: each month leads to the one before and the one after, and no crawler lives to see the last.
final class Calendar {

    private static final Pattern MONTH = Pattern.compile("(-?[0-9]{1,9})/([0-9]{1,2})");

    private Calendar() {}

    static Optional<Document> month(String path) {
        Matcher matcher = MONTH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            return path(month).equals(path) ? Optional.of(Document.html(html(month))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String html(YearMonth month) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>Breakfasts of %s</title>
                </head>
                <body>
                <h1>Breakfasts of %s</h1>
                <p><a rel="prev" href="%s">the month before</a> <a rel="next" href="%s">the month after</a></p>
                </body>
                </html>
                """.formatted(path(month), path(month), link(month.minusMonths(1)), link(month.plusMonths(1)));
    }

    private static String link(YearMonth month) {
        return "/calendar/" + path(month);
    }

    private static String path(YearMonth month) {
        return month.getYear() + "/" + month.getMonthValue();
    }
}

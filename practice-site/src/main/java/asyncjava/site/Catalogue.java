package asyncjava.site;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/// A shop's catalogue, on a bad day: most pages come soon, some late, some fail at first, and one never comes.
final class Catalogue {

    private static final List<String> THINGS = List.of(
            "Copper kettle",
            "Garden lamp",
            "Oak stool",
            "Wool blanket",
            "Tin whistle",
            "Bread knife",
            "Wall clock",
            "Paper kite",
            "Brass bell",
            "Clay jug");

    private static final List<Integer> LATE = List.of(4, 14);
    private static final List<Integer> FAILING_AT_FIRST = List.of(6, 16);
    private static final int MUTE = 9;
    private static final int SIZE = 20;
    private static final Duration LATER = Duration.ofMillis(700);

    private final Misbehaviour misbehaviour;

    Catalogue(Misbehaviour misbehaviour) {
        this.misbehaviour = misbehaviour;
    }

    /// `/catalogue/{n}?visit={key}`: a thing and its price; what fails at first does so for each key.
    Mono<Void> page(Exchange exchange) {
        if (exchange.segment(1).isEmpty()) {
            return html(exchange, "Catalogue", "<h1>Catalogue</h1>\n<ul>\n%s</ul>".formatted(links(1, SIZE)));
        }
        int number = exchange.number(1, "page", 1, SIZE);
        if (number == MUTE) {
            return Misbehaviour.mute();
        }
        String visit = exchange.query("visit", "catalogue");
        if (FAILING_AT_FIRST.contains(number) && misbehaviour.fails(1, "%s-%d".formatted(visit, number))) {
            return exchange.text(503, "out of order, for a moment");
        }
        Duration delay = LATE.contains(number) ? LATER : Duration.ofMillis(20 + 37 * number % 100);
        return exchange.after(delay).then(html(exchange, thing(number), description(number)));
    }

    private static String thing(int number) {
        String thing = THINGS.get((number - 1) % THINGS.size());
        return number <= THINGS.size() ? thing : thing + ", large";
    }

    private static String description(int number) {
        return """
                <h1>%s</h1>
                <p class="price">%d.%d0 €</p>
                <h2>See also</h2>
                <ul>
                <li><a href="../catalogue">all of it</a></li>
                %s</ul>""".formatted(thing(number), 5 + 13 * number % 40, number % 10, links(number % SIZE + 1, 2));
    }

    private static String links(int first, int count) {
        return IntStream.range(first, Math.min(first + count, SIZE + 1))
                .mapToObj(i -> "<li><a href=\"/catalogue/%d\">%s</a></li>\n".formatted(i, thing(i)))
                .collect(Collectors.joining());
    }

    private static Mono<Void> html(Exchange exchange, String title, String body) {
        String page = """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(title, body);
        return exchange.answer(200, Exchange.HTML, page.getBytes(StandardCharsets.UTF_8));
    }
}

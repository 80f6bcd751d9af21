package asyncjava.scraper.exercise.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.scraper.exercise.scrape.Scraped.Failed;
import asyncjava.scraper.exercise.scrape.Scraped.Page;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates, on a site of the test's own, some of whose pages come when the test says so.
@Exercise
final class ScraperTest {

    private static final int MANY = 30;
    /// Nobody listens there.
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    private static final String NOT_READ = """
            One page has the address ftp://127.0.0.1:1/pub, one has /cups, and one says that it is in utf-9, which nobody
            knows. A client and jsoup then throw an IllegalArgumentException, which is no IOException, and a client does so
            where the request is made, before it is sent: let both be part of the task of the page.""";

    private final Gate held = Gate.closed();
    private final Site site = new Site();

    @AfterEach
    void stop() {
        held.open();
        site.close();
    }

    @Test
    @Order(1)
    void theTitleAndTheLinksAreReturned() throws InterruptedException {
        URI tea = site.page("/shop/tea", """
                <html><head><title>Große Teekanne</title></head><body>
                <a href="/cups">Cups</a> <a href="milk?fat=3">Milk</a> <a name="here">no link</a>
                <img src="pot.png"> <a href="http://elsewhere.test/sugar">Sugar</a></body></html>""");
        isSentAs(
                Site.IN_UTF_8,
                new Page(
                        tea,
                        "Große Teekanne",
                        List.of(
                                site.uri("/cups").toString(),
                                site.uri("/shop/milk?fat=3").toString(),
                                "http://elsewhere.test/sugar")),
                """
                The page has a title and these links, in this order:
                  "/cups", "milk?fat=3", "http://elsewhere.test/sugar"
                jsoup makes a link absolute with absUrl("href") and attr("abs:href"), and for many with
                eachAttr("abs:href"), where it was told the page's address when it read the page.""");
        isSentAs(Site.IN_UTF_8, new Page(site.page("/bare", "<p>No head, no link"), "", List.of()), """
                The page has neither a title nor a link, and is a page all the same.""");
    }

    @Test
    @Order(2)
    void linksAreMeantFromWhereThePageWasFound() throws InterruptedException {
        site.page("/new/place/", "<title>Cups</title><a href='blue'>Blue</a>");
        URI moved = site.moved("/cups", "/new/place/");
        is(new Page(moved, "Cups", List.of(site.uri("/new/place/blue").toString())), _ -> """
                The page has moved, from the address that was asked for to /new/place/, and has the link "blue". The client of
                java.net.http follows no redirects unless it is built so, nor does Reactor Netty's. Whose page it is stays
                the address that was asked for, but its links begin where it was found: response.uri() in java.net.http,
                response.resourceUrl() in Reactor Netty.""");
    }

    @Test
    @Order(3)
    void theCharsetIsThatOfTheHeaderAndElseOfTheDocument() throws InterruptedException {
        charset("the header says ISO-8859-1", "Théière", "text/html; charset=ISO-8859-1", "ISO-8859-1", "");
        charset("only the document says windows-1251", "Чайник", "text/html", "windows-1251", "windows-1251");
        charset("the header says UTF-8, the document something else", "茶壺", "text/html; charset=utf-8", "utf-8", "GBK");
    }

    private void charset(String who, String title, String header, String charset, String meta)
            throws InterruptedException {
        String html =
                (meta.isEmpty() ? "" : "<meta charset='%s'>".formatted(meta)) + "<title>%s</title>".formatted(title);
        URI uri = site.page("/pot", header, html, Charset.forName(charset));
        isSentAs(header, new Page(uri, title, List.of()), """
                This time %s.
                What is a String has been decoded already, and nobody can put it right any more: take the body as bytes.
                Jsoup.parse(stream, charset, address) decodes them as you say, and where you say null it looks into the
                document. But jsoup does not see the header: what that names comes first.""".formatted(who));
    }

    @Test
    @Order(4)
    void allPagesAreUnderWayAtOnce() throws InterruptedException {
        List<URI> pages = IntStream.range(0, MANY)
                .mapToObj(i -> site.held("/page-" + i, held))
                .toList();
        try (var caller = callerOf(pages)) {
            held.awaitInside(MANY);
            held.open();
            returned(caller);
        }
    }

    @Test
    @Order(5)
    void theResultsAreInTheOrderOfTheList() throws InterruptedException {
        List<Gate> gates = Stream.generate(Gate::closed).limit(3).toList();
        List<URI> pages = List.of(
                site.held("/a", gates.get(0)),
                site.error("/missing", 404),
                site.held("/b", gates.get(1)),
                site.held("/c", gates.get(2)));
        try (var caller = callerOf(pages)) {
            for (Gate gate : gates) {
                gate.awaitInside(1);
            }
            for (Gate gate : gates.reversed()) {
                site.settle();
                gate.open();
            }
            List<Scraped> results = returned(caller);
            assertThat(results)
                    .extracting(Scraped::uri)
                    .withFailMessage("""
                            Expected a result for each of these, in this order:
                            %s
                            but you returned
                            %s
                            /missing came first, and then /c, /b and /a. Return the results in the order in which you were
                            asked, not in that of their arrival, and a failure in its place among them.""", lines(pages), lines(results))
                    .containsExactlyElementsOf(pages);
        }
    }

    @Test
    @Order(6)
    void aPageThatFailsSpoilsNoOther() throws InterruptedException {
        URI data = site.page("/data", "application/json", "{\"title\": \"none\"}", StandardCharsets.UTF_8);
        URI missing = site.error("/missing", 404);
        URI down = site.error("/down", 503);
        URI empty = site.empty("/empty");
        URI broken = site.broken("/broken");
        URI good = site.held("/good", held);
        try (var caller = callerOf(List.of(data, missing, down, empty, broken, NOBODY, good))) {
            // The others have all failed before it comes. Some answers end with the first failure.
            try (var watch = Caller.of(() -> isInsideOrEnded(caller))) {
                watch.result();
            }
            site.settle();
            held.open();
            List<Scraped> results = returned(caller);

            failed(results, 0, data, "has the Content-Type application/json", "");
            failed(results, 1, missing, "answers with status 404", "404");
            failed(results, 2, down, "answers with status 503", "503");
            failed(results, 3, empty, "answers with status 204 and no body", "204");
            failed(results, 4, broken, "breaks off its connection", "");
            failed(results, 5, NOBODY, "cannot be connected to", "");
            assertThat(results.getLast())
                    .withFailMessage("""
                            The others have failed, and %s has come. Expected its Page, but you returned
                            %s""", good, lines(results))
                    .isEqualTo(new Page(good, "/good", List.of()));
        }
    }

    private boolean isInsideOrEnded(Caller<?> caller) throws InterruptedException {
        while (held.inside() == 0 && !caller.isDone()) {
            Thread.sleep(1);
        }
        return true;
    }

    private static void failed(List<Scraped> results, int place, URI uri, String what, String reason) {
        assertThat(place < results.size()
                        && results.get(place) instanceof Failed failed
                        && failed.uri().equals(uri)
                        && failed.reason().contains(reason))
                .withFailMessage(
                        """
                        %s
                        %s. Expected a Failed%s
                        as the %d. result, but you returned
                        %s
                        An error has a page too, and its title and links are not those that were looked for: look at the
                        status and at the Content-Type before you read anything. And what has no body is an answer all the
                        same: the Mono of its body is empty then, and defaultIfEmpty puts something in its place.""",
                        uri,
                        what,
                        reason.isEmpty() ? "" : " whose reason has " + reason + " in it",
                        place + 1,
                        lines(results))
                .isTrue();
    }

    @Test
    @Order(7)
    void anInterruptStopsAllRequests() throws InterruptedException {
        try (var caller =
                callerOf(List.of(site.held("/a", held), site.page("/tea", "<title>Tea"), site.held("/b", held)))) {
            held.awaitInside(2);
            site.settle();
            interrupt(caller);
            try {
                held.awaitEmpty();
            } catch (AssertionError e) {
                throw new AssertionError("""
                        The thread that waited was interrupted, and the call threw. Expected its requests to be cancelled, but
                        %d of 2 still have their connection. Interrupt the threads that wait in send(...), cancel(true)
                        what sendAsync(...) returned, shutdownNow() the client, or dispose of the subscription.""".formatted(held.inside()), e);
            }
        }
    }

    @Test
    @Order(8)
    @LeavesNoThreadBehind
    void nothingIsLeft() throws InterruptedException {
        noConnectionIsLeft("three pages have come and two have failed", () -> {
            try (var caller = callerOf(List.of(
                    site.page("/tea", "<title>Tea"),
                    site.error("/missing", 404),
                    site.moved("/milk", "/tea"),
                    site.page("/data", "text/plain", "x".repeat(100_000), StandardCharsets.UTF_8),
                    site.page("/cups", "<title>Cups")))) {
                returned(caller);
            }
        });
        noConnectionIsLeft("one page has come, and an interrupt has ended the other", () -> {
            try (var caller = callerOf(List.of(site.page("/tea", "<title>Tea"), site.held("/a", held)))) {
                held.awaitInside(1);
                interrupt(caller);
            }
        });
    }

    private void noConnectionIsLeft(String when, Site.Step step) throws InterruptedException {
        int left = site.connectionsLeftBy(step);
        assertThat(left).withFailMessage("""
                Expected no connection to be open when %s, but the site still has %d.
                A client keeps its connections for the next request. Close it: an HttpClient of java.net.http with close(), as
                try-with-resources does, one of Reactor Netty by disposing of a ConnectionProvider of its own. And whoever
                takes a body as a stream reads it to its end or closes it. Jsoup.connect keeps connections too, and there is no
                closing them: let it parse what another client has fetched.""", when, left).isZero();
    }

    @Test
    @Order(9)
    void aPageWithoutABodyIsAPage() throws InterruptedException {
        isSentAs(Site.IN_UTF_8, new Page(site.page("/blank", ""), "", List.of()), """
                The page has status 200 and the Content-Type text/html, and an empty body: a page without title and links.
                In Reactor, the Mono of an empty body is empty, and so is what map makes of it: defaultIfEmpty(new byte[0])
                puts something in its place.""");
    }

    @Test
    @Order(10)
    void theContentTypeIsReadHoweverItIsWritten() throws InterruptedException {
        for (String type : List.of("Text/HTML; Charset=ISO-8859-1", "text/html;charset=\"iso-8859-1\"")) {
            URI uri = site.page("/pot", type, "<title>Théière", StandardCharsets.ISO_8859_1);
            isSentAs(type, new Page(uri, "Théière", List.of()), """
                    The site has sent the Content-Type
                      %s
                    It means the same in capital letters and in small ones, and the charset may stand in quotes, which are
                    no part of its name.""".formatted(type));
        }
    }

    @Test
    @Order(11)
    void whatCannotBeAskedForOrReadCostsNoOther() throws InterruptedException {
        URI ftp = URI.create("ftp://127.0.0.1:1/pub");
        URI relative = URI.create("/cups");
        URI unknown = site.page("/pot", "text/html; charset=utf-9", "<title>Pot", StandardCharsets.UTF_8);
        URI good = site.page("/tea", "<title>Tea");
        try (var caller = callerOf(List.of(ftp, relative, unknown, good))) {
            List<Scraped> results = caller.result("Nothing is under way: what does the call still wait for?", NOT_READ);
            assertThat(results)
                    .withFailMessage(
                            "Expected no page to cost another its result, but you returned%n%s%n%s",
                            lines(results), NOT_READ)
                    .hasSize(4)
                    .endsWith(new Page(good, "Tea", List.of()));
            assertThat(results.subList(0, 2))
                    .withFailMessage(
                            "Nobody can get a page from %s or %s. Expected two Failed, but you returned%n%s",
                            ftp, relative, lines(results))
                    .allMatch(Failed.class::isInstance);
            assertThat(results).extracting(Scraped::uri).containsExactly(ftp, relative, unknown, good);
        }
    }

    private static Caller<List<Scraped>> callerOf(List<URI> pages) {
        return Caller.of(() -> Scraper.scrape(pages));
    }

    private static List<Scraped> returned(Caller<List<Scraped>> caller) throws InterruptedException {
        return caller.result("All pages have come, or have failed: what does it still wait for?", """
                What goes wrong with a page is the result of that page, and costs no other its own: deal with it where it
                arises, in the task of that page.""");
    }

    private static void interrupt(Caller<List<Scraped>> caller) throws InterruptedException {
        caller.interrupt();
        caller.failure("""
                The thread that waits there was interrupted, and goes on waiting. An interrupt asks it to give up: do not
                catch the InterruptedException in order to wait again. And join() of a CompletableFuture hears no interrupt
                at all; get() does. Where it waits in close(), cancel the requests first.""", """
                The thread was interrupted, which asks it to give up. Not all pages are there: throw, so that the caller
                knows. And an interrupt is no failure of a page.""");
    }

    /// A page with status 200 and this Content-Type.
    private static void isSentAs(String type, Page expected, String meaning) throws InterruptedException {
        is(
                expected,
                results -> reasonOfTheFirst(results)
                        .map(reason -> """
                        The site has answered with the status 200 and the Content-Type
                          %s
                        That is a page, and you made a Failed of it, for this reason:
                          %s
                        Where text/html stands first, in small letters or capital ones, it is HTML. A charset may follow, with
                        quotes or without, and they are no part of its name.""".formatted(type, reason))
                        .orElse(meaning));
    }

    private static Optional<String> reasonOfTheFirst(List<Scraped> results) {
        return results != null && !results.isEmpty() && results.getFirst() instanceof Failed failed
                ? Optional.of(failed.reason())
                : Optional.empty();
    }

    private static void is(Page expected, Function<List<Scraped>, String> meaning) throws InterruptedException {
        try (var caller = callerOf(List.of(expected.uri()))) {
            List<Scraped> results = returned(caller);
            assertThat(results)
                    .withFailMessage("""
                            Expected a Page,
                            %s
                            but you returned
                            %s
                            %s""", lines(List.of(expected)), lines(results), meaning.apply(results))
                    .containsExactly(expected);
        }
    }

    private static String lines(List<?> results) {
        return results == null || results.isEmpty()
                ? "  " + results
                : results.stream().map(ScraperTest::inWords).collect(Collectors.joining("\n"));
    }

    private static String inWords(Object result) {
        return result instanceof Page page
                ? "  Page of %s%n    title \"%s\", %s"
                        .formatted(
                                page.uri(),
                                page.title(),
                                page.links().isEmpty()
                                        ? "no links"
                                        : "links\n      " + String.join("\n      ", page.links()))
                : "  " + result;
    }
}

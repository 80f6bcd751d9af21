package asyncjava.requests.exercise.fetchall;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.exercise.GatedSite;
import asyncjava.requests.exercise.fetchall.Pages.Page;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates, on a site of the test's own: it answers when the test says so, and the test believes
/// what the site saw rather than what the client says.
@Exercise
final class PagesTest {

    private static final int MANY = 40;
    private static final int CALLS = 12;

    private final GatedSite site = new GatedSite();
    private final Gate endless = site.endless();
    private final Pages pages = new Pages();
    private boolean closed;

    PagesTest() throws IOException {}

    @AfterEach
    void stop() throws InterruptedException {
        site.close();
        close();
    }

    @Test
    @Order(1)
    void theAnswerToARequestIsReturned() throws InterruptedException {
        URI tea = open("tea");

        List<Page> fetched = fetch(tea);

        assertThat(fetched)
                .withFailMessage("""
                        Expected one page,
                        %s
                        but you returned
                        %s
                        Wait until the whole answer is there, and then return its URI, its status and its body.""", lines(page(tea, "tea\n")), lines(fetched))
                .isEqualTo(page(tea, "tea\n"));
    }

    @Test
    @Order(2)
    void anErrorStatusIsAnAnswerToo() throws InterruptedException {
        hasStatus(404, fetch("""
                The site has answered, with the status 404. That is an answer like any other, and no failure: hand it on
                in a Page, and let the caller decide what to make of it.""", List.of(site.uri("/nowhere"))));
        hasStatus(503, fetch("""
                The site has answered, with the status 503. That is an answer like any other, and no failure: hand it on
                in a Page, and let the caller decide what to make of it.""", List.of(site.uri("/status/503"))));
    }

    @Test
    @Order(3)
    void aRedirectIsNotFollowed() throws InterruptedException {
        hasStatus(302, fetch(site.uri("/redirect/1")));
    }

    @Test
    @Order(4)
    void anAnswerWithoutABodyIsAPageToo() throws InterruptedException {
        List<Page> fetched = fetch("""
                The answer has the status 204 and no body. That makes a page whose body is the empty string.""", List.of(site.uri("/status/204")));

        assertThat(fetched)
                .withFailMessage("""
                        Expected one page with the status 204 and an empty body, but you returned
                        %s
                        An answer that has no body is an answer all the same. Where the body comes as a Mono, that Mono is
                        empty then, and what you make of it with map(...) is empty too: say with defaultIfEmpty("") what the
                        body is in that case.""", lines(fetched))
                .isEqualTo(List.of(new Page(site.uri("/status/204"), 204, "")));
    }

    @Test
    @Order(5)
    void theBodyIsTextInUtf8() throws InterruptedException {
        String tea = fetch(open("gr%C3%BCner%20T%C3%A9%20%E8%8C%B6")).getFirst().body();

        assertThat(tea).withFailMessage("""
                        Expected the body "grüner Té 茶", which comes in UTF-8, but yours is "%s".
                        Bytes become text by a character set. Say which one, or leave it to the client, which reads it from
                        the answer's Content-Type.""", tea.strip()).isEqualTo("grüner Té 茶\n");
    }

    @Test
    @Order(6)
    void allRequestsAreUnderWayAtOnce() throws InterruptedException {
        try (var caller = callerOf(site.held("tea", 3))) {
            site.gate("tea").awaitInside(3);
            site.gate("tea").open();
            caller.result("All the requests have been answered: what does it still wait for?");
        }
    }

    @Test
    @Order(7)
    void thePagesAreInTheOrderOfTheList() throws InterruptedException {
        List<URI> uris = Stream.of("a", "b", "c", "d").map(site::held).toList();
        try (var caller = callerOf(uris)) {
            for (String last : List.of("d", "c", "b", "a")) {
                site.gate(last).awaitInside(1);
                site.gate(last).open();
                site.settle();
            }

            List<Page> fetched = caller.result("All the requests have been answered: what does it still wait for?");
            List<URI> got = fetched.stream().map(Page::uri).toList();
            assertThat(got).withFailMessage("""
                            Expected the pages in the order of the list, a, b, c and d, but you returned
                            %s
                            The site answered d first and a last. Collect the pages in the order in which you asked, not in the
                            order in which they arrive.""", lines(fetched)).isEqualTo(uris);
        }
    }

    @Test
    @Order(8)
    void theSameUriMayStandInTheListTwice() throws InterruptedException {
        URI tea = open("tea");
        List<Page> fetched = fetch(tea, open("milk"), tea);

        assertThat(fetched)
                .extracting(Page::body)
                .withFailMessage("""
                        Expected three pages, of tea, milk and tea again, but you returned
                        %s
                        The list has the same URI twice, and so has the result. A Map from URI to page has room for only
                        one of them: keep each page by its place in the list.""", lines(fetched))
                .containsExactly("tea\n", "milk\n", "tea\n");
        assertThat(site.account().requests())
                .withFailMessage("""
                        Expected 3 requests, one for each URI of the list, but the site has seen %d.
                        A description runs anew each time that it is started: a Mono for each subscription, a Callable for
                        each call(). And what has been answered is not to be asked again.""", site.account().requests())
                .isEqualTo(3);
    }

    @Test
    @Order(9)
    void noUrisGiveNoPages() throws InterruptedException {
        List<Page> fetched = fetch();

        assertThat(fetched)
                .withFailMessage("Expected an empty list where there is no URI, but you returned %s.", fetched)
                .isNotNull()
                .isEmpty();
    }

    @Test
    @Order(10)
    void fortyRequestsAreUnderWayAtOnceToo() throws InterruptedException {
        try (var caller = callerOf(site.held("tea", MANY))) {
            awaitMany();
            site.gate("tea").open();
            assertThat(caller.result("All the requests have been answered: what does it still wait for?"))
                    .withFailMessage("Expected %d pages, one for each request.", MANY)
                    .hasSize(MANY);
        }
    }

    /// A client may give back its connection a moment after it has handed on the body, so that now and then
    /// a call finds none that is free. A client that is made for each call never does.
    @Test
    @Order(11)
    void theNextCallUsesTheConnectionsOfTheOneBefore() throws InterruptedException {
        URI tea = open("tea");
        for (int i = 0; i < CALLS; i++) {
            fetch(tea);
        }

        long connections = site.account().connections();
        assertThat(connections).withFailMessage("""
                        Expected %d calls, one after another, to go through one connection, or a few, but they opened %d.
                        To open a connection costs a round trip before the first byte is sent, and a good deal more with TLS.
                        A client keeps those that are free for the next request, but only its own: make one client, when the
                        Pages is made, and keep it in a field.""", CALLS, connections).isLessThanOrEqualTo(CALLS / 2);
    }

    @Test
    @Order(12)
    void aBrokenConnectionIsThrownWhileOthersAreUnderWay() throws InterruptedException {
        try (var caller = callerOf(site.held("endless"), site.held("broken"), site.held("endless"))) {
            breakOne();
            Throwable thrown = failure(caller);

            assertThat(causes(thrown).anyMatch(IOException.class::isInstance))
                    .withFailMessage(
                            """
                            Expected an IOException that says what became of the connection, or one among the causes of what is
                            thrown, but it was
                              %s
                            Why there is no answer is lost. Throw what the client threw, or hand it on as the cause of your own
                            exception. And what a request throws that is cancelled because another has failed is not the failure:
                            remember which came first.""", causes(thrown).map(Object::toString).collect(Collectors.joining("\n  caused by ")))
                    .isTrue();
        }
    }

    @Test
    @Order(13)
    void theOtherRequestsAreCancelled() throws InterruptedException {
        try (var caller = callerOf(site.held("endless"), site.held("broken"), site.held("endless"))) {
            breakOne();
            failure(caller);

            areCancelled("Expected the other two requests to be cancelled when a connection had broken");
        }
    }

    @Test
    @Order(14)
    void anInterruptOfTheCallerCancelsTheRequests() throws InterruptedException {
        try (var caller = callerOf(site.held("endless", 3))) {
            endless.awaitInside(3);
            caller.interrupt();

            caller.failure("""
                    The thread that waits there was interrupted, and goes on waiting. An interrupt asks it to give up: do
                    not catch the InterruptedException in order to wait again. And join() of a CompletableFuture does not
                    hear an interrupt at all; get() does.""", """
                    The thread that waited was interrupted, which asks it to give up. It has no pages to return: throw the
                    InterruptedException on, so that the caller knows.""");
            areCancelled(
                    "Expected all three requests to be cancelled when the thread that waits for them was interrupted");
        }
    }

    @Test
    @Order(15)
    void theNextCallWorksAfterAFailure() throws InterruptedException {
        try (var caller = callerOf(site.held("endless"), site.held("broken"), site.held("endless"))) {
            breakOne();
            failure(caller);
        }

        fetch("""
                The call before this one failed. That is no reason for this one to fail: end the requests that are under
                way, but leave the client and the threads that the next call needs.""", List.of(open("tea")));
    }

    @Test
    @Order(16)
    void closeLeavesNoConnectionOpen() throws InterruptedException {
        fetch(open("tea"), open("milk"), open("sugar"));

        int open = site.connectionsLeftBy(this::close);
        assertThat(open).withFailMessage("""
                        Expected no connection to be open after close(), but the site still has %d.
                        A client keeps its connections for the next request: close it, when there will be none. Reactor
                        Netty's HttpClient has no close(). Its connections belong to a ConnectionProvider; dispose of that one,
                        which has to be your own, and not the one that all clients share.""", open).isZero();
    }

    @Test
    @Order(17)
    @LeavesNoThreadBehind
    void closeLeavesNoThreadBehind() throws InterruptedException {
        fetch(open("tea"), open("milk"), open("sugar"));
        try (var caller = callerOf(site.held("endless"), site.held("broken"), site.held("endless"))) {
            breakOne();
            failure(caller);
        }
        close();
    }

    /// A page whose gate is open.
    private URI open(String key) {
        URI uri = site.uri("/held/" + key);
        site.gate(uri.getPath().substring("/held/".length())).open();
        return uri;
    }

    private static List<Page> page(URI uri, String body) {
        return List.of(new Page(uri, 200, body));
    }

    private List<Page> fetch(URI... uris) throws InterruptedException {
        return fetch("", List.of(uris));
    }

    /// What the learner's code returns where every request is answered.
    private List<Page> fetch(String whenItThrows, List<URI> uris) throws InterruptedException {
        try (var caller = callerOf(uris)) {
            return caller.result("All the requests have been answered: what does it still wait for?", whenItThrows);
        }
    }

    private Caller<List<Page>> callerOf(URI... uris) {
        return callerOf(List.of(uris));
    }

    private Caller<List<Page>> callerOf(List<URI> uris) {
        return Caller.of(() -> pages.fetchAll(uris));
    }

    /// Once: nobody said that closing it again must do no harm.
    private void close() throws InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        try (var caller = Caller.of(() -> {
            pages.close();
            return true;
        })) {
            caller.result("No request is under way: what does close() wait for?");
        }
    }

    private void awaitMany() throws InterruptedException {
        try {
            site.gate("tea").awaitInside(MANY);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    Expected all %d requests to be under way at once, but there were never more than %d.
                    Something holds the others back: a pool with too few threads, as the common pool has for work that
                    waits, or a pool of connections that has a limit.""".formatted(MANY, site.gate("tea").peakInside()), e);
        }
    }

    /// Breaks one connection while two other requests are under way. Clients may ask again by themselves,
    /// in vain.
    private void breakOne() throws InterruptedException {
        endless.awaitInside(2);
        site.gate("broken").awaitInside(1);
        site.gate("broken").failWith(new IOException("broken by the test"));
    }

    private static Throwable failure(Caller<List<Page>> caller) throws InterruptedException {
        return caller.failure("""
                One connection has broken, so that not all the pages can be had. The other two requests are still under
                way, and the site will not answer them. Whoever waits for all of them before looking at one, or in the
                order of the list, waits for ever: wait for whichever ends first, and cancel the others. And an executor
                that is closed waits for its threads: interrupt them first.""", """
                One connection has broken, so that there is no answer to that request: throw what the client threw.""");
    }

    private void areCancelled(String expected) throws InterruptedException {
        try {
            endless.awaitEmpty();
        } catch (AssertionError e) {
            throw new AssertionError("""
                    %s,
                    but for the site %d are still under way.
                    It keeps their connections, and goes on working on answers that nobody will read. An interrupt of the
                    thread that waits in send(...) closes the connection, and so does cancel(true) of the future that
                    sendAsync(...) returned; cancel(false) does not. A Mono that you subscribed to by yourself is cancelled by its
                    Disposable.""".formatted(expected, endless.inside()), e);
        }
    }

    private static void hasStatus(int status, List<Page> fetched) {
        assertThat(fetched)
                .extracting(Page::status)
                .withFailMessage("""
                        Expected one page with the status %d, but you returned
                        %s
                        Whatever the status, it is what the site has answered: hand it on as it is.%s""", status, lines(fetched), status == 302 ? """

                        A client follows redirects only where it is told to, or, as HttpURLConnection, unless it is told not to.""" : "")
                .containsExactly(status);
    }

    /// The pages, a line each.
    private static String lines(List<Page> pages) {
        if (pages == null || pages.isEmpty()) {
            return "  " + (pages == null ? "null" : "an empty list");
        }
        return pages.stream()
                .map(page -> "  " + String.valueOf(page).replace("\n", "\\n"))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}

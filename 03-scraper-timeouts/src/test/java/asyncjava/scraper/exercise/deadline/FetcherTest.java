package asyncjava.scraper.exercise.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.scraper.exercise.deadline.Fetcher.Page;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.Stalls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates, on a site of the test's own. A limit is either so long that the answer comes first, or
/// the answer never comes: so no verdict depends on who is faster.
@Exercise
final class FetcherTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(400);
    /// Less than a test waits for a call to end.
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private static final int ATTEMPTS = 3;

    private final MisbehavingSite site = new MisbehavingSite();
    private final Fetcher fetcher = new Fetcher();
    private boolean closed;

    FetcherTest() throws IOException {}

    @AfterEach
    void stop() throws InterruptedException {
        site.close();
        close();
    }

    @Test
    @Order(1)
    void aPageThatComesWithinTheLimitIsReturned() throws InterruptedException {
        isPage(new Page(200, "tea\n"), fetched(site.open("tea"), ""));
        isPage(new Page(503, "milk\n"), fetched(site.uri(site.open("milk").getPath() + "?status=503"), """
                        The site has answered, with the status 503. That is an answer like any other, and no failure."""));
        isPage(new Page(204, ""), fetched(site.uri("/status/204"), """
                        The site has answered, with the status 204 and no body. That is an answer like any other, whose body
                        is the empty text."""));
    }

    @Test
    @Order(2)
    void aSiteThatStaysMuteIsGivenUp() throws InterruptedException {
        isGivenUp(site.uri("/mute"), "the site took the request and stays mute", """
                The site has taken the request and stays mute, and the limit is over long since. A limit for the connection
                alone, such as connectTimeout, says nothing of what comes after it. And whoever gives up, and then closes
                an executor, waits there for the thread that still waits for the site: interrupt it first.""");
    }

    @Test
    @Order(3)
    void aBodyThatStopsHalfWayIsGivenUp() throws InterruptedException {
        isGivenUp(site.half(), "the site sent the headers and half of the body, and no more", """
                The site has sent the headers and half of the body, and no more, and the limit is over long since.
                HttpRequest.timeout ends its watch when the headers have come, and so does whatever waits for the response
                and then reads its body. And who looks at the clock between one read and the next does not look at it
                while a read waits. The wait has to cover the body too.""");
    }

    @Test
    @Order(4)
    void aBodyThatDripsIsGivenUp() throws InterruptedException {
        isGivenUp(site.uri("/drip/100000/20"), "the site sends a byte every 20 ms, for a long time", """
                The site sends a byte every 20 ms, and the limit is over long since. A limit for each read, or for the gap
                between one piece and the next, begins anew with every byte: setReadTimeout, responseTimeout, or timeout(...)
                of a Flux. The limit has to be for the whole.""");
    }

    @Test
    @Order(5)
    void aBrokenConnectionIsNoTimeout() throws InterruptedException {
        breaks(site.held("broken"), site.gate("broken"));
        breaks(site.half(), site.secondHalf());
    }

    @Test
    @Order(6)
    void anInterruptEndsTheRequestToo() throws InterruptedException {
        isInterrupted(site.held("endless"), site.gate("endless"));
        isInterrupted(site.half(), site.secondHalf());
    }

    @Test
    @Order(7)
    void otherCallsGoOnWhenOneHasTimedOut() throws InterruptedException {
        try (var other = callerOf(site.held("tea"), LONG)) {
            site.gate("tea").awaitInside(1);
            timeOut(site.half(), "Another call is under way, and this one does not end.");
            site.gate("tea").open();
            isPage(new Page(200, "tea\n"), other.result("Its page has come: what does it still wait for?", """
                    This call had minutes left, and its page has come. But a call beside it had timed out: whoever ends that
                    one by shutting down the client, or a thread that both of them need, ends this one too. Cancel one
                    request."""));
        }
        isPage(new Page(200, "milk\n"), fetched(site.open("milk"), """
                A call before this one has timed out. That is no reason for this one to fail: leave the client and the
                threads that the next call needs."""));
    }

    @Test
    @Order(8)
    @LeavesNoThreadBehind
    void nothingIsLeftBehind() throws InterruptedException {
        isPage(new Page(200, "tea\n"), fetched(site.open("tea"), ""));
        boolean inTime = false;
        for (int i = 0; i < ATTEMPTS && !inTime; i++) {
            inTime = isLeftAlone();
        }
        close();

        int open = site.connectionsLeft();
        assertThat(open).withFailMessage("""
                        Expected no connection to be open after close(), but the site still has %d.
                        A client keeps its connections for the next request: close it, when there will be none. Reactor Netty's
                        connections belong to a ConnectionProvider: dispose of that one.""", open).isZero();
    }

    /// What the learner's code returns where the whole page comes.
    private Page fetched(URI uri, String whenItThrows) throws InterruptedException {
        try (var caller = callerOf(uri, LONG)) {
            return caller.result("The whole page has come: what does it still wait for?", whenItThrows);
        }
    }

    private static void isPage(Page expected, Page got) {
        assertThat(got)
                .withFailMessage(
                        "Expected\n  %s\nbut you returned\n  %s%s", shown(expected), shown(got), got == null ? """

                        An answer without a body is a page too, whose body is the empty text. In Reactor the Mono of an empty
                        body is empty, and block() of it returns null: defaultIfEmpty("") puts something in its place.""" : "")
                .isEqualTo(expected);
    }

    private void isGivenUp(URI uri, String what, String whenItHangs) throws InterruptedException {
        timeOut(uri, whenItHangs);

        isConnectionClosed("the limit is over, for " + what);
    }

    /// Asks, with a short limit, for what never comes whole. Where the machine is so busy that the request
    /// itself came late, or that a byte did which is sent every few milliseconds, the limit may have been over
    /// for another reason, which proves nothing: then it asks once more, with a longer one.
    private void timeOut(URI uri, String whenItHangs) throws InterruptedException {
        boolean proven = false;
        for (Duration limit = SHORT; !proven && limit.compareTo(AT_MOST) <= 0; limit = limit.multipliedBy(2)) {
            site.forget();
            try (var caller = callerOf(uri, limit);
                    Stalls stalls = Stalls.watch()) {
                Throwable thrown = caller.failure(whenItHangs, """
                        The page is not whole, and never will be. What has come of it so far is no page: throw.""");
                assertThat(speaksOfATimeout(thrown))
                        .withFailMessage("""
                                Expected an exception with TimeoutException at the end of its name, or one that has such a one
                                among its causes, when the limit was over, but it was
                                  %s
                                Whoever calls can then tell a site that is slow from one that is broken.""", causes(thrown))
                        .isTrue();
                proven = site.wasAskedWithin(limit.dividedBy(2))
                        && stalls.longest().compareTo(limit.dividedBy(2)) < 0;
            }
        }
    }

    private void breaks(URI uri, Gate gate) throws InterruptedException {
        try (var caller = callerOf(uri, LONG)) {
            gate.awaitInside(1);
            gate.failWith(new IOException("broken by the test"));
            Throwable thrown = caller.failure("""
                    The connection has broken, and no more will come. There is nothing to wait for, however long the limit.""", """
                    The connection has broken before the page was whole: throw what the client threw.""");
            assertThat(!speaksOfATimeout(thrown) && chain(thrown).anyMatch(IOException.class::isInstance))
                    .withFailMessage("""
                            The connection broke, minutes before the limit. Expected an IOException that says so, or one among the
                            causes of what is thrown, and no timeout, but it was
                              %s
                            Look at what came to you before you call it a timeout, and keep what the client threw as the cause.""", causes(thrown))
                    .isTrue();
        }
    }

    private void isInterrupted(URI uri, Gate gate) throws InterruptedException {
        try (var caller = callerOf(uri, LONG)) {
            gate.awaitInside(1);
            caller.interrupt();
            Throwable thrown = caller.failure("""
                    The thread that waits there was interrupted, and goes on waiting. An interrupt asks it to give up: join()
                    of a CompletableFuture does not hear one, get() does; and a thread that waits in the place of another
                    has to be told.""", """
                    The thread that waited was interrupted, which asks it to give up. It has no page to return: throw.""");
            assertThat(speaksOfATimeout(thrown))
                    .withFailMessage("""
                            The thread that waited was interrupted, minutes before the limit. Expected any exception but a
                            timeout, and it was
                              %s
                            An interrupt may come from your own alarm or from somebody else, who wants an end. Find out which.""", causes(thrown))
                    .isFalse();
        }
        isConnectionClosed("the thread that waited for it was interrupted");
    }

    private void isConnectionClosed(String when) throws InterruptedException {
        int open = site.connectionsLeft();
        assertThat(open).withFailMessage("""
                        Expected the connection to be closed when %s,
                        but for the site it is still open.
                        The wait has ended, and the request has not: it goes on for nobody. An interrupt of the thread that
                        waits in send(...) ends it, and so does cancel(true) of the future that sendAsync(...) returned, or of
                        one derived from that, as by thenApply, where it has not ended yet. cancel(false) and orTimeout do not,
                        nor does cancelling a future of your own, such as that of supplyAsync.""", when).isZero();
    }

    /// Calls, with a short limit, and sees that nobody interrupts the thread when the call has returned.
    ///
    /// @return whether the page came within the limit, which on a busy machine it may not
    private boolean isLeftAlone() throws InterruptedException {
        AtomicBoolean interrupted = new AtomicBoolean();
        try (var caller = Caller.of(() -> {
            try {
                fetcher.fetch(site.open("milk"), SHORT);
                interrupted.set(!isAsleep(SHORT.multipliedBy(2)));
                return true;
            } catch (Exception e) {
                if (speaksOfATimeout(e)) {
                    return false;
                }
                throw e;
            }
        })) {
            boolean inTime = caller.result("The whole page has come: what does it still wait for?");
            assertThat(interrupted).withFailMessage("""
                            Expected a call to be over when it has returned its page, but when its limit had passed, the thread
                            that had called was interrupted in what it did next.
                            The alarm that is to end the wait goes off though there is no wait any more. Cancel it, in a
                            finally block, and see to it that it cannot go off between the end and the cancelling.""").isFalse();
            return inTime;
        }
    }

    private static boolean isAsleep(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private Caller<Page> callerOf(URI uri, Duration limit) {
        return Caller.of(() -> fetcher.fetch(uri, limit));
    }

    /// Once: nobody said that closing it again must do no harm.
    private void close() throws InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        try (var caller = Caller.of(() -> {
            fetcher.close();
            return true;
        })) {
            caller.result("No call is under way: what does close() wait for? An alarm that nobody has cancelled?");
        }
    }

    private static boolean speaksOfATimeout(Throwable thrown) {
        return chain(thrown).anyMatch(each -> each.getClass().getSimpleName().endsWith("TimeoutException"));
    }

    private static String causes(Throwable thrown) {
        return chain(thrown).map(Object::toString).collect(Collectors.joining("\n  caused by "));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static String shown(Page page) {
        return String.valueOf(page).replace("\n", "\\n");
    }
}

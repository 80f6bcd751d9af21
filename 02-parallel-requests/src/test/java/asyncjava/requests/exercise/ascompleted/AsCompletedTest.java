package asyncjava.requests.exercise.ascompleted;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.exercise.GatedSite;
import asyncjava.requests.exercise.ascompleted.Result.Answered;
import asyncjava.requests.exercise.ascompleted.Result.Failed;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates, on a site of the test's own: it answers when the test says so, and the test waits for
/// the hand-over of one result before it lets the site send the next.
@Exercise
final class AsCompletedTest {

    private static final int MANY = 40;

    private final GatedSite site = new GatedSite();
    private final Gate endless = site.endless();
    /// Holds calls of the consumer.
    private final Gate busy = Gate.closed();

    private final List<Result> handedOn = new CopyOnWriteArrayList<>();

    AsCompletedTest() throws IOException {}

    @AfterEach
    void stop() {
        busy.open();
        site.close();
    }

    @Test
    @Order(1)
    void theAnswerToARequestIsHandedOn() throws InterruptedException {
        URI tea = open("tea");
        fetch(tea);

        Result answer = new Answered(tea, 200, "tea\n");
        assertThat(handedOn)
                .withFailMessage("""
                        Expected each to have been called once, with
                        %s
                        when fetchEach returned, but what was handed on is
                        %s
                        Wait until the whole answer is there, hand it on, and then return.""", lines(List.of(answer)), lines(handedOn))
                .containsExactly(answer);
    }

    @Test
    @Order(2)
    void whateverTheStatusItIsAnAnswer() throws InterruptedException {
        for (String path : List.of("/nowhere", "/status/503", "/redirect/1")) {
            handedOn.clear();
            int status = path.equals("/nowhere") ? 404 : path.equals("/redirect/1") ? 302 : 503;
            fetch(site.uri(path));

            assertThat(handedOn)
                    .extracting(result -> result instanceof Answered answered ? answered.status() : -1)
                    .withFailMessage("""
                            Expected an Answered with the status %d, but what was handed on is
                            %s
                            Whatever the status, it is what the site has answered, and no failure: hand it on as it is, and
                            do not let the client follow redirects.""", status, lines(handedOn))
                    .containsExactly(status);
        }
    }

    @Test
    @Order(3)
    void anAnswerWithoutABodyIsHandedOnToo() throws InterruptedException {
        fetch(site.uri("/status/204"));

        assertThat(handedOn)
                .withFailMessage("""
                        Expected an Answered with the status 204 and an empty body, but what was handed on is
                        %s
                        An answer that has no body is an answer all the same. Where the body comes as a Mono, that Mono is
                        empty then, and what you make of it with map(...) is empty too: say with defaultIfEmpty("") what the
                        body is in that case.""", lines(handedOn))
                .containsExactly(new Answered(site.uri("/status/204"), 204, ""));
    }

    @Test
    @Order(4)
    void allRequestsAreUnderWayAtOnce() throws InterruptedException {
        try (var caller = callerOf(site.held("tea", 3))) {
            site.gate("tea").awaitInside(3);
            site.gate("tea").open();
            returned(caller);
        }
    }

    @Test
    @Order(5)
    void eachAnswerIsHandedOnWhileOthersAreUnderWay() throws InterruptedException {
        try (var caller = callerOf(Stream.of("a", "b", "c").map(site::held).toList())) {
            for (String key : List.of("a", "b", "c")) {
                site.gate(key).awaitInside(1);
            }
            for (String next : List.of("c", "b", "a")) {
                site.gate(next).open();
                awaitHandedOn(next, site.held(next), """
                        The site has answered %s, and not yet those that stand before it in the list. Whoever waits for all
                        of them before handing on the first, or asks for the answers in the order of the list, keeps back
                        what is there already. Take whichever ends next, as an ExecutorCompletionService or a queue does.""");
            }
            returned(caller);
        }
    }

    @Test
    @Order(6)
    void aBrokenConnectionIsHandedOnAsAFailure() throws InterruptedException {
        fetch(site.uri("/reset"));

        assertThat(handedOn).withFailMessage("""
                        Expected one Failed, since the only connection has broken, but what was handed on is
                        %s
                        What became of each request is handed on, also where there is no answer: otherwise nobody can tell
                        a request that failed from one that is still under way.""", lines(handedOn)).hasSize(1).hasOnlyElementsOfType(Failed.class);
        Failed failed = (Failed) handedOn.getFirst();
        assertThat(failed.uri()).isEqualTo(site.uri("/reset"));
        assertThat(failed.cause())
                .withFailMessage(
                        """
                        Expected the cause to be the IOException that the client threw, but it is
                          %s
                        If that is a wrapper, put around it on its way from one thread to another, what the client threw is
                        inside: getCause() takes it out. A new exception loses what the first one says: hand on the one that
                        you caught.""", causes(failed.cause()).map(Object::toString).collect(Collectors.joining("\n  caused by ")))
                .isInstanceOf(IOException.class);
    }

    @Test
    @Order(7)
    void aFailureCostsNoOtherRequestItsResult() throws InterruptedException {
        List<URI> uris =
                Stream.of("a", "broken-1", "b", "broken-2").map(site::held).toList();
        try (var caller = callerOf(uris)) {
            for (String key : List.of("a", "broken-1", "b", "broken-2")) {
                site.gate(key).awaitInside(1);
            }
            breakOff("broken-2");
            awaitHandedOn("broken-2", uris.get(3), """
                    The connection of %s has broken, while the others are under way. A failure is a result like an answer:
                    hand it on as soon as it is there.""");
            site.gate("b").open();
            awaitHandedOn("b", uris.get(2), """
                    The site has answered %s. Before that the connection of broken-2 had broken, which concerns that one
                    request and no other. Deal with a failure where it arises, in the task of its own request.""");
            breakOff("broken-1");
            site.gate("a").open();
            returned(caller);
        }

        assertThat(handedOn)
                .extracting(result -> result.uri() + (result instanceof Failed ? " failed" : " answered"))
                .withFailMessage("""
                        Expected two answers, of a and b, and two failures, of broken-1 and broken-2. But what was handed on is
                        %s
                        Keep what became of each request by itself, not in one place that they share.""", lines(handedOn))
                .containsExactlyInAnyOrder(
                        uris.get(0) + " answered",
                        uris.get(1) + " failed",
                        uris.get(2) + " answered",
                        uris.get(3) + " failed");
    }

    @Test
    @Order(8)
    void theSameUriMayStandInTheListTwice() throws InterruptedException {
        URI tea = open("tea");
        fetch(tea, open("milk"), tea);

        assertThat(handedOn)
                .extracting(Result::uri)
                .withFailMessage("""
                        Expected three results, one for each URI of the list, which has tea twice. But what was handed on is
                        %s
                        A Map or a Set of URIs has room for each only once.""", lines(handedOn))
                .containsExactlyInAnyOrder(tea, site.held("milk"), tea);
        assertThat(site.account().requests())
                .withFailMessage("""
                        Expected 3 requests, one for each URI of the list, but the site has seen %d.
                        A description runs anew each time that it is started: a Mono for each subscription, a Callable for
                        each call().""", site.account().requests())
                .isEqualTo(3);
    }

    @Test
    @Order(9)
    void whereThereIsNoUriNothingIsHandedOn() throws InterruptedException {
        fetch();

        assertThat(handedOn)
                .withFailMessage(
                        "Expected nothing to be handed on where there is no URI, but it was\n%s", lines(handedOn))
                .isEmpty();
    }

    @Test
    @Order(10)
    void fortyRequestsAreUnderWayAtOnceToo() throws InterruptedException {
        try (var caller = callerOf(site.held("tea", MANY))) {
            try {
                site.gate("tea").awaitInside(MANY);
            } catch (AssertionError e) {
                throw new AssertionError("""
                        Expected all %d requests to be under way at once, but there were never more than %d.
                        Something holds the others back: a pool with too few threads, as the common pool has for work that
                        waits, or a pool of connections that has a limit.""".formatted(MANY, site.gate("tea").peakInside()), e);
            }
            site.gate("tea").open();
            returned(caller);
        }
        assertThat(handedOn.stream().map(Result::uri).distinct().count())
                .withFailMessage("Expected %d different results, but what was handed on is\n%s", MANY, lines(handedOn))
                .isEqualTo(MANY);
    }

    @Test
    @Order(11)
    void neverAreTwoCallsOfEachUnderWayAtOnce() throws InterruptedException {
        try (var caller = busyCallerOf(site.held("tea", 4))) {
            answerAll("tea", 4);
            for (int i = 0; i < 4; i++) {
                awaitBusy(i);
                site.settle();
                assertThat(busy.peakInside())
                        .withFailMessage("""
                                Four answers have arrived, and the first call of each had not returned when the next began:
                                %d calls were under way at once. A consumer that writes a line or counts is not made for that.
                                Call it on one thread, which takes the results out of a queue, or hold a lock during the call.""", busy.peakInside())
                        .isEqualTo(1);
                busy.openOne();
            }
            returned(caller);
        }
    }

    @Test
    @Order(12)
    void itReturnsWhenTheLastCallOfEachHasReturned() throws InterruptedException {
        try (var caller = busyCallerOf(List.of(site.held("tea")))) {
            answerAll("tea", 1);
            awaitBusy(0);
            site.settle();

            assertThat(caller.isDone()).withFailMessage("""
                            Expected fetchEach to return when the call of each with the last result has returned, but it
                            returned while that call was under way. Whoever started it on another thread has to wait for it.""").isFalse();
            busy.open();
            returned(caller);
        }
    }

    @Test
    @Order(13)
    void whatEachThrowsIsThrownOn() throws InterruptedException {
        IllegalStateException enough = enough();
        // Before and behind the answer, in whichever order the answer waits for its requests.
        try (var caller = busyCallerOf(List.of(site.held("endless"), site.held("tea"), site.held("endless")))) {
            endless.awaitInside(2);
            answerAll("tea", 1);
            awaitBusy(0);
            busy.failWith(enough);

            Throwable thrown = failureOfEach(caller);
            assertThat(causes(thrown).anyMatch(cause -> cause == enough))
                    .withFailMessage(
                            """
                            Expected what is thrown to be what each threw, or to have it among its causes:
                              %s
                            but it was
                              %s""",
                            enough, causes(thrown).map(Object::toString).collect(Collectors.joining("\n  caused by ")))
                    .isTrue();
        }
    }

    @Test
    @Order(14)
    void eachIsNotCalledAgainAfterItHasThrown() throws InterruptedException {
        List<URI> uris = new ArrayList<>(site.held("tea", 3));
        uris.addFirst(site.held("endless"));
        uris.addLast(site.held("endless"));
        try (var caller = busyCallerOf(uris)) {
            endless.awaitInside(2);
            answerAll("tea", 3);
            awaitBusy(0);
            site.settle();
            busy.failWith(enough());
            failureOfEach(caller);
            areCancelled("Expected the requests that were under way to be cancelled when each had thrown");
            site.settle();

            assertThat(busy.entered())
                    .withFailMessage("""
                            Expected no call of each after the one that threw, but there were %d calls in all, with
                            %s
                            What each throws is no failure of a request, and what becomes of the requests that you cancel then is
                            no result.""", busy.entered(), lines(handedOn))
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(15)
    void anInterruptOfTheCallerCancelsTheRequests() throws InterruptedException {
        try (var caller = callerOf(site.held("endless", 3))) {
            endless.awaitInside(3);
            caller.interrupt();

            failureOfInterrupted(caller);
            areCancelled(
                    "Expected all three requests to be cancelled when the thread that waits for them was interrupted");
            site.settle();
            assertThat(handedOn).withFailMessage("""
                            Expected nothing more to be handed on after the interrupt, but it was
                            %s
                            A request that you have cancelled yourself has not failed. It has no result.""", lines(handedOn)).isEmpty();
        }
    }

    @Test
    @Order(16)
    void whatHasArrivedIsNotHandedOnAfterAnInterrupt() throws InterruptedException {
        try (var caller = deafCallerOf(site.held("tea", 2))) {
            answerAll("tea", 2);
            awaitBusy(0);
            site.settle();
            caller.interrupt();
            site.settle();
            busy.open();

            failureOfInterrupted(caller);
            site.settle();
            assertThat(handedOn).withFailMessage("""
                            Expected nothing more to be handed on after the interrupt. One call of each was under way then, and
                            another answer had arrived. But what was handed on is
                            %s
                            The other answer was waiting for its turn, and took it when that call had returned. Whoever
                            waits for a lock in synchronized or lock() does not hear an interrupt; lockInterruptibly() does.
                            Or look, when it is your turn, whether all is over.""", lines(handedOn)).hasSize(1);
        }
    }

    @Test
    @Order(17)
    void noConnectionIsLeftOpen() throws InterruptedException {
        int open = site.connectionsLeftBy(() -> fetch(open("tea"), site.uri("/reset"), open("milk")));

        assertThat(open).withFailMessage("""
                        Expected no connection to be open soon after fetchEach has returned, but the site still has %d.
                        A client keeps its connections for a next request, and there will be none: close it. Reactor
                        Netty's HttpClient has no close(). Its connections belong to a ConnectionProvider; dispose of that one,
                        which has to be your own, and not the one that all clients share.""", open).isZero();
    }

    @Test
    @Order(18)
    @LeavesNoThreadBehind
    void noThreadIsLeftAfterTheResults() throws InterruptedException {
        fetch(open("tea"), site.uri("/reset"), open("milk"));
    }

    @Test
    @Order(19)
    @LeavesNoThreadBehind
    void noThreadIsLeftAfterAnInterrupt() throws InterruptedException {
        try (var caller = callerOf(site.held("endless", 3))) {
            endless.awaitInside(3);
            caller.interrupt();
            caller.failure();
        }
    }

    /// An answer whose gate is open.
    private URI open(String key) {
        site.gate(key).open();
        return site.held(key);
    }

    private void fetch(URI... uris) throws InterruptedException {
        try (var caller = callerOf(List.of(uris))) {
            returned(caller);
        }
    }

    private static void returned(Caller<Boolean> caller) throws InterruptedException {
        caller.result("""
                All the requests have ended, with an answer or with a failure: what does it still wait for?""", """
                What becomes of a request is handed on, and not thrown, be it an answer or a failure.""");
    }

    private Caller<Boolean> callerOf(List<URI> uris) {
        return callerOf(uris, handedOn::add);
    }

    /// With a consumer whose calls the test holds.
    private Caller<Boolean> busyCallerOf(List<URI> uris) {
        return callerOf(uris, result -> {
            handedOn.add(result);
            try {
                busy.pass();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("interrupted while it was handed a result", e);
            }
        });
    }

    /// With a consumer whose calls the test holds, and which goes on when it is interrupted, as one that counts does.
    /// Only where it is called on the caller's own thread, which does not wait for anything else then, it throws.
    private Caller<Boolean> deafCallerOf(List<URI> uris) {
        return Caller.of(() -> {
            Thread caller = Thread.currentThread();
            AsCompleted.fetchEach(uris, result -> {
                handedOn.add(result);
                boolean interrupted = passAtLast();
                if (interrupted && Thread.currentThread() == caller) {
                    throw new IllegalStateException("interrupted while it was handed a result");
                }
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            });
            return true;
        });
    }

    /// @return whether the thread was interrupted meanwhile
    private boolean passAtLast() {
        boolean interrupted = false;
        while (true) {
            try {
                busy.pass();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Caller<Boolean> callerOf(List<URI> uris, Consumer<Result> each) {
        return Caller.of(() -> {
            AsCompleted.fetchEach(uris, each);
            return true;
        });
    }

    private void answerAll(String key, int requests) throws InterruptedException {
        site.gate(key).awaitInside(requests);
        site.gate(key).open();
    }

    /// Clients may ask again by themselves, in vain.
    private void breakOff(String key) {
        site.gate(key).failWith(new IOException("broken by the test"));
    }

    private void awaitHandedOn(String key, URI uri, String meaning) throws InterruptedException {
        if (!GatedSite.becomesTrue(
                () -> handedOn.stream().anyMatch(result -> result.uri().equals(uri)))) {
            throw new AssertionError("""
                    Expected the result of %s to be handed on next, but what was handed on by now is
                    %s
                    %s""".formatted(key, lines(handedOn), meaning.formatted(key)));
        }
    }

    /// Waits until the consumer has been called once more.
    private void awaitBusy(int callsBefore) throws InterruptedException {
        if (!GatedSite.becomesTrue(() -> busy.inside() > 0)) {
            throw new AssertionError("""
                    Expected each to be called, since there is a result that was not handed on, but it was called %d times
                    in all. Each result is handed on once, as soon as it is there.""".formatted(callsBefore));
        }
    }

    private static IllegalStateException enough() {
        IllegalStateException enough = new IllegalStateException("enough of it");
        enough.setStackTrace(new StackTraceElement[0]);
        return enough;
    }

    private static Throwable failureOfEach(Caller<Boolean> caller) throws InterruptedException {
        return caller.failure("""
                A call of each has thrown, and others are still under way, which the site will not answer. Do not wait for
                them: cancel them, and throw. An exception that is thrown on a thread of an executor, or in a stage
                of a CompletableFuture, reaches nobody who does not ask for it; nor in time, where you ask your threads in
                the order of the list and one before it goes on. An executor that is closed waits for its threads:
                interrupt them first, with shutdownNow().""", """
                A call of each has thrown: throw that on. An exception that is thrown on a thread of an executor, or in a
                stage of a CompletableFuture, reaches nobody who does not ask for it.""");
    }

    private static void failureOfInterrupted(Caller<Boolean> caller) throws InterruptedException {
        caller.failure("""
                The thread that waits there was interrupted, and goes on waiting. An interrupt asks it to give up: do
                not catch the InterruptedException in order to wait again. And join() of a CompletableFuture does not
                hear an interrupt at all; get() does. An executor that is closed waits for its threads: interrupt
                them first, with shutdownNow().""", """
                The thread that waited was interrupted, which asks it to give up. Not all results have been handed on:
                throw the InterruptedException on, so that the caller knows.""");
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
                    Disposable, a Flux behind toIterable() by nobody.""".formatted(expected, endless.inside()), e);
        }
    }

    /// The results, a line each.
    private static String lines(List<Result> results) {
        return results.isEmpty()
                ? "  nothing"
                : results.stream()
                        .map(result -> "  " + result.toString().replace("\n", "\\n"))
                        .collect(Collectors.joining("\n"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}

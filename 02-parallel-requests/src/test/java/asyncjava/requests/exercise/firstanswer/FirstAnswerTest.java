package asyncjava.requests.exercise.firstanswer;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.exercise.GatedSite;
import asyncjava.requests.exercise.StatusSaid;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates, on a site of the test's own, whose paths are the mirrors: each answers when the test
/// says so, and the site knows which of the requests were cancelled.
@Exercise
final class FirstAnswerTest {

    private static final int MANY = 40;

    private final GatedSite site = new GatedSite();
    private final Gate endless = site.endless();

    FirstAnswerTest() throws IOException {}

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    @Order(1)
    void theBodyOfTheOnlyMirrorsAnswerIsReturned() throws InterruptedException {
        returns("tea\n", """
                Wait until the whole answer is there, and then return its body.""", open("tea"));
    }

    @Test
    @Order(2)
    void everyStatusFrom200To299IsAnAnswer() throws InterruptedException {
        returns("201 Created\n", """
                The mirror has answered, with the status 201. Not only 200 is an answer.""", site.uri("/status/201"));
        returns("", """
                The mirror has answered, with the status 204 and no body. The answer is the empty string. Where the body
                comes as a Mono, that Mono is empty then: say with defaultIfEmpty("") what the body is in that case.""", site.uri("/status/204"));
    }

    @Test
    @Order(3)
    void allMirrorsAreAskedAtOnce() throws InterruptedException {
        try (var caller = callerOf(site.held("tea", 3))) {
            site.gate("tea").awaitInside(3);
            site.gate("tea").open();
            isAnswered("tea\n", caller, "");
        }
    }

    @Test
    @Order(4)
    void theFirstAnswerIsReturnedWhileOtherMirrorsAreSilent() throws InterruptedException {
        for (List<String> mirrors : List.of(
                List.of("tea", "endless", "endless"),
                List.of("endless", "tea", "endless"),
                List.of("endless", "endless", "tea"))) {
            try (var caller = callerOf(mirrors.stream().map(site::held).toList())) {
                answerOne("tea");
                isAnswered("tea\n", caller, """
                        One of three mirrors has answered. The other two are silent, and will be so for ever. Whoever waits for
                        all of them, or for one after another in the order of the list, never comes to an end. An executor that is
                        closed waits for its threads, and a client for its requests: cancel them first.""");
            }
        }
    }

    @Test
    @Order(5)
    void theRequestsThatHaveLostAreCancelled() throws InterruptedException {
        try (var caller = callerOf(List.of(site.held("endless"), site.held("tea"), site.held("endless")))) {
            endless.awaitInside(2); // or they might come when it is over
            answerOne("tea");
            isAnswered("tea\n", caller, "");

            areCancelled("Expected the other two requests to be cancelled when one mirror had answered");
        }
    }

    @Test
    @Order(6)
    void anErrorStatusIsNoAnswer() throws InterruptedException {
        for (String refusal : List.of("/flaky/9/tea", "/nowhere")) {
            waitsForTheOther(site.uri(refusal), """
                    The first mirror to say something said %s, and the body of that is no answer. Look at the status, and
                    wait for the other mirrors where it is not 2xx.""".formatted(refusal.equals("/nowhere") ? "404" : "503"));
        }
    }

    @Test
    @Order(7)
    void aBrokenConnectionIsNoAnswer() throws InterruptedException {
        waitsForTheOther(site.uri("/reset"), """
                The connection to one mirror has broken. That is the end of that request, and of no other: wait for the
                first that has an answer, and not for the first that ends. CompletableFuture.anyOf ends with a failure when
                that comes first, and so does Mono.firstWithSignal.""");
    }

    @Test
    @Order(8)
    void aBodyThatBreaksOffIsNoAnswer() throws InterruptedException {
        waitsForTheOther(site.uri("/cut/small.bin"), """
                One mirror sent the status 200 and half a body, and then its connection broke. Whoever decides when the
                headers are there has chosen a mirror that never sends the rest: wait for the whole body before you
                choose.""");
    }

    @Test
    @Order(9)
    void aBodyThatStallsKeepsBackNoOtherAnswer() throws InterruptedException {
        Gate half = site.gate("small.bin");
        try (var caller = callerOf(List.of(site.uri("/half/small.bin"), site.held("tea")))) {
            half.awaitInside(1);
            site.settle();
            answerOne("tea");
            isAnswered("tea\n", caller, """
                    One mirror sent the status 200 and half a body, and then no more. Another one has sent all of its
                    answer. Whoever decides when the headers are there has chosen the one that stalls: wait for the whole
                    body before you choose.""");
            half.awaitEmpty();
        }
    }

    @Test
    @Order(10)
    void whereNoMirrorAnswersEveryFailureIsTold() throws InterruptedException, IOException {
        URI refused = refused();
        try (var caller = callerOf(List.of(site.uri("/flaky/9/tea"), refused, site.uri("/nowhere")))) {
            Throwable thrown = caller.failure("""
                    Every mirror has failed: what does it still wait for? Whoever waits for a first answer has to notice when
                    the last mirror has failed without one.""", """
                    No mirror has answered: one said 503, one said 404, and one refused the connection. Throw an exception.""");

            Set<Throwable> all = within(thrown);
            tells("503, which the first mirror said", all.stream().anyMatch(StatusSaid.saying("503")), thrown);
            tells(
                    "a ConnectException, since the second mirror refused the connection",
                    all.stream().anyMatch(ConnectException.class::isInstance),
                    thrown);
            tells("404, which the third mirror said", all.stream().anyMatch(StatusSaid.saying("404")), thrown);
        }
    }

    @Test
    @Order(11)
    void whereThereIsNoMirrorTheArgumentIsAtFault() throws InterruptedException {
        try (var caller = callerOf(List.of())) {
            assertThat(caller.failure("There is no mirror, and nobody who could answer: do not wait.", """
                            There is no mirror, and no answer to return: throw an IllegalArgumentException."""))
                    .withFailMessage(
                            "Expected an IllegalArgumentException where there is no mirror. Look at the list before you begin.")
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Order(12)
    void fortyMirrorsAreAskedAtOnceToo() throws InterruptedException {
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
            isAnswered("tea\n", caller, "Forty mirrors have answered at the same moment: one answer is enough.");
        }
    }

    @Test
    @Order(13)
    void anInterruptOfTheCallerCancelsTheRequests() throws InterruptedException {
        try (var caller = callerOf(site.held("endless", 3))) {
            endless.awaitInside(3);
            caller.interrupt();

            caller.failure("""
                    The thread that waits there was interrupted, and goes on waiting. An interrupt asks it to give up: do
                    not catch the InterruptedException in order to wait again. And join() of a CompletableFuture does not
                    hear an interrupt at all; get() does.""", """
                    The thread that waited was interrupted, which asks it to give up. It has no answer to return: throw the
                    InterruptedException on, so that the caller knows.""");
            areCancelled(
                    "Expected all three requests to be cancelled when the thread that waits for them was interrupted");
        }
    }

    @Test
    @Order(14)
    void noConnectionIsLeftOpen() throws InterruptedException {
        int open = site.connectionsLeftBy(
                () -> answerTo(List.of(site.uri("/nowhere"), open("tea"), site.held("endless"))));

        assertThat(open).withFailMessage("""
                        Expected no connection to be open soon after firstOf has returned, but the site still has %d.
                        A client keeps its connections for a next request, and there will be none: close it. Reactor
                        Netty's HttpClient has no close(). Its connections belong to a ConnectionProvider; dispose of that one,
                        which has to be your own, and not the one that all clients share.""", open).isZero();
    }

    @Test
    @Order(15)
    @LeavesNoThreadBehind
    void noThreadIsLeftAfterAnAnswer() throws InterruptedException {
        answerTo(List.of(site.held("endless"), open("tea"), site.held("endless")));
    }

    @Test
    @Order(16)
    @LeavesNoThreadBehind
    void noThreadIsLeftWhereNoMirrorAnswers() throws InterruptedException {
        try (var caller = callerOf(List.of(site.uri("/nowhere"), site.uri("/reset")))) {
            caller.failure();
        }
    }

    /// A mirror whose gate is open.
    private URI open(String key) {
        site.gate(key).open();
        return site.held(key);
    }

    /// An address at which nobody listens any more.
    private static URI refused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:%d/".formatted(socket.getLocalPort()));
        }
    }

    private static Caller<String> callerOf(List<URI> mirrors) {
        return Caller.of(() -> FirstAnswer.firstOf(mirrors));
    }

    private static String answerTo(List<URI> mirrors) throws InterruptedException {
        try (var caller = callerOf(mirrors)) {
            return caller.result("A mirror has answered: what does it still wait for?");
        }
    }

    private static void returns(String body, String meaning, URI mirror) throws InterruptedException {
        try (var caller = callerOf(List.of(mirror))) {
            isAnswered(body, caller, meaning);
        }
    }

    /// The gate stays closed for those that ask later.
    private void answerOne(String key) throws InterruptedException {
        site.gate(key).awaitInside(1);
        site.gate(key).openOne();
    }

    /// Asks two mirrors, of which one has no answer, and the other one answers when the first has said so.
    private void waitsForTheOther(URI failing, String meaning) throws InterruptedException {
        try (var caller = callerOf(List.of(failing, site.held("tea")))) {
            GatedSite.becomesTrue(() -> caller.isDone()
                    || (site.gate("tea").inside() > 0 && site.account().requests(failing.getPath()) > 0));
            site.settle();
            // Whoever has chosen already may have cancelled it.
            if (site.gate("tea").inside() > 0) {
                answerOne("tea");
            }
            isAnswered("tea\n", caller, meaning);
        }
    }

    private static void isAnswered(String expected, Caller<String> caller, String meaning) throws InterruptedException {
        String answer = caller.result(
                meaning.isEmpty() ? "A mirror has answered: what does it still wait for?" : meaning, meaning);
        assertThat(answer)
                .withFailMessage(
                        "Expected the answer \"%s\", but you returned %s.\n%s",
                        shown(expected), answer == null ? "null" : "\"" + shown(answer) + "\"", meaning)
                .isEqualTo(expected);
    }

    private static String shown(String body) {
        return body.length() > 100 ? body.length() + " characters" : body.replace("\n", "\\n");
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

    private static void tells(String what, boolean told, Throwable thrown) {
        assertThat(told)
                .withFailMessage(
                        """
                        Three mirrors have failed, each in its own way. Expected what is thrown to tell of
                          %s,
                        but all that it tells is
                        %s
                        Whoever has to find out why no mirror answers needs every failure: add each of them to what you throw, with
                        addSuppressed. An invokeAny, and a scope that waits for any result, throw only one of them.""",
                        what, within(thrown).stream().map(each -> "  " + each).collect(Collectors.joining("\n")))
                .isTrue();
    }

    /// The exception itself, and all that are reached from it by causes and suppressed exceptions.
    private static Set<Throwable> within(Throwable thrown) {
        Set<Throwable> found = new LinkedHashSet<>();
        gather(thrown, found);
        return found;
    }

    private static void gather(Throwable one, Set<Throwable> found) {
        if (one != null && found.add(one)) {
            gather(one.getCause(), found);
            Stream.of(one.getSuppressed()).forEach(each -> gather(each, found));
        }
    }
}

package asyncjava.requests.exercise.items;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.exercise.GatedSite;
import asyncjava.requests.exercise.StatusSaid;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.OtherThreads;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: the site says which pages were fetched and which connections are open, and a page that
/// is held back is there when the test lets it go. What is fetched ahead is given time until all threads
/// are at rest.
@Exercise
final class ItemsTest {

    private static final OtherThreads OTHERS = OtherThreads.watch();

    private static final String PAGES = "/api/items";
    private static final int MORE_THAN_THERE_ARE = 200;

    private final PracticeSite site = PracticeSite.start();
    private final PagedApi api = new PagedApi();

    ItemsTest() throws IOException {}

    @AfterEach
    void stop() {
        api.close();
        site.close();
    }

    @Test
    @Order(1)
    void theFirstItemsAreThoseOfTheFirstPage() throws InterruptedException {
        List<Item> items = on(shop(), shop -> take(shop, 2));

        assertThat(items)
                .withFailMessage("""
                        Expected the first two items to be
                          Item[id=1, name=teapot no. 1, price=100]
                          Item[id=2, name=toaster no. 2, price=137]
                        but next(), after hasNext(), gave
                        %s""", lines(items))
                .containsExactly(new Item(1, "teapot no. 1", 100), new Item(2, "toaster no. 2", 137));
    }

    @Test
    @Order(2)
    void allItemsComeInTheirOrder() throws InterruptedException {
        List<Integer> ids = on(shop(), shop -> ids(take(shop, MORE_THAN_THERE_ARE)));

        assertThat(ids)
                .withFailMessage("""
                        Expected the items 1 to 95, each once and in this order, but there were %d:
                          %s
                        %s""", ids.size(), ids, whyOtherItems(ids))
                .isEqualTo(upTo(95));
    }

    private static String whyOtherItems(List<Integer> ids) {
        if (ids.equals(upTo(10))) {
            return "Those are the items of the first page. Its cursor, next, leads to another one.";
        }
        if (ids.equals(upTo(90))) {
            return "The last page is missing. It has no next, but it has items: give those, then end.";
        }
        return ids.size() > 95
                ? "Some came again. The cursor of a page is in the page before it; next is null on the last one."
                : "Some were lost. Asking hasNext() takes nothing, and each page's items come before the next page's.";
    }

    @Test
    @Order(3)
    void beyondTheEndThereIsNoElement() throws InterruptedException {
        Throwable thrown = on(shop(), shop -> {
            take(shop, MORE_THAN_THERE_ARE);
            return thrownBy(shop::next);
        });

        assertThat(thrown).withFailMessage("""
                        All items have been taken, and next() was called once more. Expected a NoSuchElementException, as every
                        Iterator throws beyond its end, but %s.""", inWords(thrown)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @Order(4)
    void nextNeedsNoHasNext() throws InterruptedException {
        List<Item> items =
                on(shop(), "Whoever knows that there is an item may call next() without asking hasNext().", shop -> {
                    List<Item> taken = new ArrayList<>();
                    for (int i = 0; i < 25; i++) {
                        taken.add(shop.next());
                    }
                    return taken;
                });

        assertThat(ids(items)).withFailMessage("""
                        Expected next(), called 25 times without hasNext(), to give the items 1 to 25, but it gave
                          %s
                        Whoever knows that there is an item may call next() at once: let it do what hasNext() does.""", ids(items)).isEqualTo(upTo(25));
    }

    @Test
    @Order(5)
    void nothingIsFetchedBeforeSomebodyAsks() throws InterruptedException {
        long fetched = on(shop(), _ -> fetched());

        assertThat(fetched).withFailMessage("""
                        Expected nothing to be fetched by of(), since nobody has asked for an item yet, but there %s.
                        Keep the URI, and fetch the first page when the first hasNext() or next() needs it. An iterator that
                        a library makes may begin when it is made: make it then.""", wereRequests(fetched)).isZero();
    }

    @Test
    @Order(6)
    void thePageAfterIsNotFetchedWithAPage() throws InterruptedException {
        long fetched = on(shop(), shop -> {
            shop.next();
            return fetched();
        });

        assertThat(fetched).withFailMessage("""
                        One item has been taken, of the ten on the first page. Expected one page to be fetched, but there %s.
                        Something looks ahead. Prefetching in the background does, toIterable of a Flux of pages
                        asks for the second page as soon as you take the first, and expand does not wait to be asked.""", wereRequests(fetched)).isEqualTo(1);
    }

    @Test
    @Order(7)
    void takingTheLastItemOfAPageDoesNotAskForTheNext() throws InterruptedException {
        List<Long> fetched = on(shop(), shop -> {
            for (int i = 0; i < 10; i++) {
                shop.next();
            }
            long atTheEndOfThePage = fetched();
            shop.next();
            return List.of(atTheEndOfThePage, fetched());
        });

        assertThat(fetched.getFirst())
                .withFailMessage("""
                        Ten items have been taken, which is all of the first page. Expected one page to be fetched, since
                        nobody has asked for the eleventh item, but there %s.
                        Do not fetch where an item is taken, but where one is asked for and there is none. Reactor's toIterable
                        asks for one element more as soon as you take one, toIterable(1) too, and so does toStream.""", wereRequests(fetched.getFirst()))
                .isEqualTo(1);
        assertThat(fetched.getLast())
                .withFailMessage(
                        "Eleven items have been taken. Expected two pages to be fetched, but there %s.",
                        wereRequests(fetched.getLast()))
                .isEqualTo(2);
    }

    @Test
    @Order(8)
    void askingAgainFetchesNothingAgain() throws InterruptedException {
        List<Integer> ids = new ArrayList<>();
        List<Boolean> asked = new ArrayList<>();
        long fetched = on(shop(), shop -> {
            for (int i = 0; i < 20; i++) {
                Stream.generate(shop::hasNext).limit(3).forEach(asked::add);
                ids.add(shop.next().id());
            }
            return fetched();
        });

        assertThat(ids).withFailMessage("""
                        Twenty times hasNext() was called three times, and then next(). Expected the items 1 to 20, but it gave
                          %s
                        hasNext() only asks: it takes no item, however often it is called.""", ids).isEqualTo(upTo(20));
        assertThat(asked).containsOnly(true);
        assertThat(fetched).withFailMessage("""
                        Twenty items have been taken, with hasNext() called three times before each. Expected the two pages to be
                        fetched once each, but there %s.
                        Keep what hasNext() has fetched for the next() that follows.""", wereRequests(fetched)).isEqualTo(2);
    }

    @Test
    @Order(9)
    void severalStreamsGoOnIndependently() throws InterruptedException {
        List<Integer> both = on(shop(), one -> {
            try (Items other = Items.of(shop())) {
                List<Integer> ids = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    ids.add(one.next().id());
                    ids.add(other.next().id());
                }
                return ids;
            }
        });

        List<Integer> expected =
                upTo(12).stream().flatMap(id -> Stream.of(id, id)).toList();
        assertThat(both).withFailMessage("""
                        Two Items were read in turns, twelve items each. Expected each to give its own items 1 to 12,
                          %s
                        but they gave
                          %s
                        Where a stream has come to belongs to that stream: no static fields.""", expected, both).isEqualTo(expected);
    }

    @Test
    @Order(10)
    void aCursorIsEncoded() throws InterruptedException {
        String cursor = "10+a&b=%2F";
        api.page("", cursor, 1).page(cursor, null, 2);
        Object seen = on(api.first(), items -> idsOrFailure(items));

        assertThat(api.asked())
                .withFailMessage("""
                        The cursor of the second page was %s. Expected to be asked for that page, but the cursors that
                        arrived, after the first page's empty one, were %s; the items were %s.
                        In a query +, & and %% have a meaning. URLEncoder.encode(cursor, UTF_8) takes it away; the
                        constructors of URI that have several arguments leave + and & as they are, and a second encoding
                        does not come off again.""", cursor, api.asked().stream().skip(1).toList(), seen)
                .containsExactly("", cursor);
    }

    @Test
    @Order(11)
    void anEmptyPageIsNotTheEnd() throws InterruptedException {
        api.page("", "b")
                .page("b", "c", 1)
                .page("c", "d")
                .page("d", "e")
                .page("e", "f", 2)
                .page("f", null);
        Object seen = on(api.first(), items -> idsOrFailure(items));

        assertThat(seen).withFailMessage("""
                        There were six pages: an empty one, one with item 1, two empty ones, one with item 2, an empty one.
                        Expected the items [1, 2] and then the end, but saw %s.
                        A page without items may have a next all the same: go on until there is an item, or next is null.""", seen).isEqualTo(List.of(1, 2));
    }

    @Test
    @Order(12)
    void anErrorOnTheFirstPageIsThrown() throws InterruptedException {
        api.status("", 404);
        saysStatus("404", on(api.first(), ItemsTest::idsOrFailure));
    }

    @Test
    @Order(13)
    void anErrorAmongThePagesDoesNotEndTheStream() throws InterruptedException {
        api.page("", "b", 1, 2).page("b", "c", 3).status("c", 500);
        List<Integer> before = new ArrayList<>();
        Object seen = on(api.first(), items -> {
            for (int i = 0; i < 3; i++) {
                before.add(items.next().id());
            }
            return idsOrFailure(items);
        });

        assertThat(before).containsExactly(1, 2, 3);
        saysStatus("500", seen);
        assertThat(api.asked()).withFailMessage("""
                        Expected each page to be asked for once, also the one that answers with status 500. But these cursors
                        arrived: %s.
                        Whether it is worth trying again is for your caller to say.""", api.asked()).containsExactly("", "b", "c");
    }

    private static void saysStatus(String status, Object seen) {
        isFailure("answered with status " + status, seen);
        assertThat(causes((Throwable) seen).anyMatch(StatusSaid.saying(status)))
                .withFailMessage(
                        """
                        A page answered with status %s. Expected an exception whose message, or that of one of its causes,
                        says so, but it was
                          %s
                        Look at the status before you read the body, and say in the message which it was.""",
                        status,
                        causes((Throwable) seen).map(Object::toString).collect(Collectors.joining("\n  caused by ")))
                .isTrue();
    }

    @Test
    @Order(14)
    void aConnectionThatBreaksIsNotTheEnd() throws InterruptedException {
        api.page("", "b", 1, 2).breaks("b");
        isFailure("did not come, since the connection broke", on(api.first(), ItemsTest::idsOrFailure));
    }

    private static void isFailure(String what, Object seen) {
        assertThat(seen)
                .withFailMessage("""
                        A page %s. Expected hasNext() or next() to throw an unchecked exception,
                        but it was taken for the end, after the items %s.
                        Whoever reads them believes that these are all. Only a next that is null is the end.""", what, seen)
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(NoSuchElementException.class);
    }

    @Test
    @Order(15)
    void anInterruptEndsTheWaitForAPage() throws InterruptedException {
        Gate held = Gate.closed();
        AtomicBoolean flag = new AtomicBoolean();
        site.hold("page", held.mono());
        try (Caller<Object> caller = Caller.of(() -> {
            try (Items items = Items.of(site.uri("/held/page"))) {
                try {
                    return items.hasNext();
                } finally {
                    flag.set(Thread.currentThread().isInterrupted());
                }
            }
        })) {
            held.awaitInside(1);
            caller.interrupt();

            Throwable thrown = caller.failure("""
                    The thread that waits there for a page was interrupted, and goes on waiting. An interrupt asks it to give
                    up. join() of a CompletableFuture does not hear an interrupt; get() does, and so does send().""", """
                    The thread was interrupted while it waited for a page, which asks it to give up. There may be more items:
                    that is not the end, throw an unchecked exception.""");
            assertThat(thrown).isNotInstanceOf(NoSuchElementException.class);
            assertThat(flag.get()).withFailMessage("""
                            The thread was interrupted while it waited for a page, and hasNext() threw %s, but the thread's
                            interrupt flag is no longer set: whoever is above does not know that it is to give up.
                            What catches an InterruptedException and cannot throw it on sets the flag again:
                            Thread.currentThread().interrupt().""", thrown).isTrue();
            held.awaitEmpty();
        }
    }

    @Test
    @Order(16)
    void noConnectionIsLeftAtTheEnd() throws InterruptedException {
        noConnectionIsLeft(() -> on(shop(), shop -> take(shop, MORE_THAN_THERE_ARE)), "all items have been read");
    }

    @Test
    @Order(17)
    void noConnectionIsLeftWhenItIsClosedBeforeTheEnd() throws InterruptedException {
        noConnectionIsLeft(() -> on(shop(), shop -> take(shop, 15)), "15 of 95 items have been read");
        noConnectionIsLeft(() -> on(shop(), _ -> "nothing asked"), "nobody has asked for an item");
    }

    @Test
    @Order(18)
    void noConnectionIsLeftAfterAnError() throws InterruptedException {
        noConnectionIsLeft(
                () -> on(site.uri("/status/500"), ItemsTest::idsOrFailure),
                "the first page has answered with status 500");
    }

    private void noConnectionIsLeft(GatedSite.Step step, String when) throws InterruptedException {
        int left = GatedSite.connectionsLeftBy(step, site.account());
        if (left > 0) {
            throw new AssertionError("""
                    Expected no connection to be open after close(), but the site still has %d, opened where %s.
                    A client keeps its connections for the next request. Close it in close(): an HttpClient of java.net.http
                    with close(), one of Reactor Netty by disposing of a ConnectionProvider of its own, or with newConnection(),
                    which keeps none.""".formatted(left, when));
        }
    }

    @Test
    @Order(19)
    @LeavesNoThreadBehind
    void noThreadIsLeftWhenItIsClosedBeforeTheEnd() throws InterruptedException {
        on(shop(), shop -> take(shop, 15));
        on(shop(), _ -> "nothing asked");
    }

    private URI shop() {
        return site.uri(PAGES);
    }

    /// What somebody does with the items, on a thread of their own.
    private interface Use<T> {
        T of(Items items) throws InterruptedException;
    }

    private static <T> T on(URI first, Use<T> use) throws InterruptedException {
        return on(first, "", use);
    }

    private static <T> T on(URI first, String whenItThrows, Use<T> use) throws InterruptedException {
        try (Caller<T> caller = Caller.of(() -> {
            try (Items items = Items.of(first)) {
                return use.of(items);
            }
        })) {
            return caller.result(
                    "Every page that was asked for has been answered: what does it still wait for?", whenItThrows);
        }
    }

    /// As many items as that, or fewer where it ends.
    private static List<Item> take(Items items, int atMost) {
        List<Item> taken = new ArrayList<>();
        while (taken.size() < atMost && items.hasNext()) {
            taken.add(items.next());
        }
        return taken;
    }

    /// The numbers of the items up to the end, or what was thrown instead of it.
    private static Object idsOrFailure(Items items) {
        try {
            return ids(take(items, MORE_THAN_THERE_ARE));
        } catch (RuntimeException e) {
            return e;
        }
    }

    /// How many pages were fetched, when nothing more happens by itself.
    private long fetched() throws InterruptedException {
        OTHERS.awaitRest();
        return site.account().requests(PAGES);
    }

    private static String wereRequests(long number) {
        return switch ((int) number) {
            case 0 -> "was no request";
            case 1 -> "was one request";
            default -> "were %d requests".formatted(number);
        };
    }

    private static Throwable thrownBy(Runnable code) {
        try {
            code.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static String inWords(Throwable thrown) {
        return thrown == null ? "it returned something" : "it threw\n  " + thrown;
    }

    private static List<Integer> ids(List<Item> items) {
        return items.stream().map(item -> item == null ? null : item.id()).toList();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static String lines(List<Item> items) {
        return items.isEmpty()
                ? "  nothing"
                : items.stream().map(item -> "  " + item).collect(Collectors.joining("\n"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}

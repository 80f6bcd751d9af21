package asyncjava.queue;

import static asyncjava.queue.TestHandler.NOTHING;
import static asyncjava.queue.TestHandler.passes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/// What every style promises. Each has a test of its own name that extends this, so that a failure says
/// which style.
@LeavesNoThreadBehind
@Timeout(60)
abstract class OrderQueueContract {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Limits USUAL = new Limits(2, 10, WhenFull.WAIT, LONG, 3, Duration.ofNanos(1));

    private final Heard heard = new Heard();
    private final Gate gate = Gate.closed();
    private TestHandler handler = new TestHandler((_, _, _) -> NOTHING);

    abstract Style style();

    private OrderQueue open(Limits limits) {
        return style().open(limits, handler, heard);
    }

    @Test
    void everyOrderIsDoneStepByStepAndHeardOfOnce() throws InterruptedException {
        List<Order> orders = orders(500, 7);
        try (OrderQueue queue = open(USUAL)) {
            submit(queue, orders);

            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.ended()).containsExactlyInAnyOrderElementsOf(ids(orders));
        assertThat(heard.done()).hasSize(500);
        assertThat(heard.doneOrders()).extracting(Order::next).containsOnly(Optional.empty());
        for (String id : ids(orders)) {
            assertThat(handler.began())
                    .filteredOn(began -> began.id().equals(id))
                    .extracting(TestHandler.Began::step)
                    .containsExactly(Step.VALIDATE, Step.CHARGE, Step.SHIP);
        }
    }

    @Test
    void anOrderGoesOnFromTheStepThatIsNext() throws InterruptedException {
        try (OrderQueue queue = open(USUAL)) {
            assertThat(queue.submit(order("charged", "ada").afterStep().afterStep()))
                    .isEqualTo(Submitted.ACCEPTED);
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(handler.began()).containsExactly(new TestHandler.Began("charged", Step.SHIP, 1));
    }

    @Test
    void theOrdersOfACustomerAreProcessedInTheirOrderAndOneAtATime() throws InterruptedException {
        List<Order> orders = orders(300, 3);
        try (OrderQueue queue = open(USUAL)) {
            submit(queue, orders);
            assertThat(queue.join(LONG)).isTrue();
        }
        for (String customer : List.of("customer-0", "customer-1", "customer-2")) {
            List<String> theirs = orders.stream()
                    .filter(order -> order.customer().equals(customer))
                    .map(Order::id)
                    .toList();
            assertThat(heard.done()).filteredOn(theirs::contains).containsExactlyElementsOf(theirs);
            assertThat(handler.began())
                    .extracting(TestHandler.Began::id)
                    .filteredOn(theirs::contains)
                    .containsExactlyElementsOf(theirs.stream()
                            .flatMap(id -> IntStream.range(0, 3).mapToObj(_ -> id))
                            .toList());
        }
    }

    @Test
    void asManyOrdersAreUnderWayAsThereAreWorkersAndNoneTwiceOfACustomer() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        List<String> customers = customersInLanes(3);
        try (OrderQueue queue = open(new Limits(3, 10, WhenFull.WAIT, LONG, 3, Duration.ofNanos(1)))) {
            for (String customer : customers) {
                submit(
                        queue,
                        List.of(order("first of " + customer, customer), order("second of " + customer, customer)));
            }
            gate.awaitInside(3);

            assertThat(handler.began())
                    .extracting(TestHandler.Began::id)
                    .containsExactlyInAnyOrderElementsOf(
                            customers.stream().map(each -> "first of " + each).toList());
            assertThat(queue.glance().waiting()).isEqualTo(3);
            gate.open();
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(gate.peakInside()).isEqualTo(3);
    }

    @Test
    void whoBringsOneTooManyWaits() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        try (OrderQueue queue = open(one(2, WhenFull.WAIT))) {
            fill(queue, 2);
            try (Caller<Submitted> fourth = Caller.of(() -> queue.submit(order("too many", "ada")))) {
                await().until(fourth::isWaitingOrEnded);
                assertThat(fourth.isDone()).isFalse();

                gate.open();

                assertThat(fourth.result()).isEqualTo(Submitted.ACCEPTED);
            }
            assertThat(queue.join(LONG)).isTrue();
            assertThat(queue.glance().mostWaiting()).isEqualTo(2);
        }
        assertThat(heard.done()).hasSize(4);
    }

    @Test
    void whoIsInterruptedWhileItWaitsHasBroughtNothing() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        try (OrderQueue queue = open(one(1, WhenFull.WAIT))) {
            fill(queue, 1);
            try (Caller<Submitted> another = Caller.of(() -> queue.submit(order("too many", "ada")))) {
                await().until(another::isWaitingOrEnded);
                another.interrupt();

                assertThat(another.failure()).isInstanceOf(InterruptedException.class);
            }
            gate.open();
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.ended()).containsExactly("under way", "waiting 0");
    }

    @ParameterizedTest
    @EnumSource
    void soHasWhoIsInterruptedBefore(WhenFull whenFull) {
        try (OrderQueue queue = open(one(1, whenFull))) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> queue.submit(order("late", "ada"))).isInstanceOf(InterruptedException.class);
        }
        assertThat(heard.ended()).isEmpty();
    }

    @Test
    void orOneTooManyIsRefused() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        try (OrderQueue queue = open(one(2, WhenFull.REFUSE))) {
            fill(queue, 2);

            assertThat(queue.submit(order("too many", "ada"))).isEqualTo(Submitted.REFUSED);

            gate.open();
            assertThat(queue.join(LONG)).isTrue();
            assertThat(queue.submit(order("later", "ada"))).isEqualTo(Submitted.ACCEPTED);
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.ended()).containsExactly("under way", "waiting 0", "waiting 1", "later");
    }

    /// How many are on their way out of the queue already, and cannot be dropped, is for the style to say.
    @Test
    void orTheOldestIsHandedBack() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        List<Order> orders = orders(30, 1);
        try (OrderQueue queue = open(one(2, WhenFull.DROP_OLDEST))) {
            fill(queue, 0);
            submit(queue, orders);

            assertThat(queue.glance().waiting()).isBetween(2, 6);
            gate.open();
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(ids(heard.handedBack())).isSorted().hasSizeBetween(24, 28).doesNotContain("order-128", "order-129");
        assertThat(heard.done()).startsWith("under way").endsWith("order-128", "order-129");
        assertThat(heard.ended()).hasSize(31).doesNotHaveDuplicates();
    }

    @Test
    void aStepThatFailsIsTriedAgain() throws InterruptedException {
        handler = new TestHandler((_, step, attempt) -> () -> {
            if (step == Step.CHARGE && attempt < 3) {
                throw new IllegalStateException("declined");
            }
        });
        try (OrderQueue queue = open(USUAL)) {
            submit(queue, orders(1, 1));
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.done()).hasSize(1);
        assertThat(handler.began())
                .extracting(began -> began.step() + " " + began.attempt())
                .containsExactly("validate 1", "charge 1", "charge 2", "charge 3", "ship 1");
    }

    @Test
    void andThenItIsADeadLetterWithItsReason() throws InterruptedException {
        handler = new TestHandler((order, step, _) -> () -> {
            if (step == Step.CHARGE && order.id().equals("order-100")) {
                throw new IllegalStateException("declined");
            }
        });
        try (OrderQueue queue = open(USUAL)) {
            submit(queue, orders(3, 1));
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.dead())
                .extracting(letter -> letter.order().id(), DeadLetter::step, DeadLetter::reason)
                .containsExactly(tuple("order-100", Step.CHARGE, "declined"));
        assertThat(heard.done()).containsExactly("order-101", "order-102");
    }

    /// What a handler can come up with.
    enum Trouble {
        ERROR {
            @Override
            void happen() {
                throw new AssertionError("no");
            }
        },
        ENDLESS_RECURSION {
            @Override
            @SuppressWarnings("InfiniteRecursion")
            void happen() {
                happen();
            }
        },
        LINKAGE_ERROR {
            @Override
            void happen() {
                throw new NoClassDefFoundError("a library is missing");
            }
        },
        CHECKED {
            @Override
            void happen() throws Throwable {
                throw new Throwable("not even an exception");
            }
        },
        MESSAGE_THAT_THROWS {
            @Override
            void happen() {
                throw new IllegalArgumentException() {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException("not even that");
                    }
                };
            }
        },
        INTERRUPTED_EXCEPTION {
            @Override
            void happen() throws InterruptedException {
                throw new InterruptedException("by itself");
            }
        };

        abstract void happen() throws Throwable;
    }

    @ParameterizedTest
    @EnumSource
    void whateverAHandlerThrowsCostsOneOrder(Trouble trouble) throws InterruptedException {
        handler = new TestHandler((order, _, _) -> order.id().equals("order-100") ? trouble::happen : NOTHING);
        try (OrderQueue queue = open(one(10, WhenFull.WAIT))) {
            submit(queue, orders(3, 1));
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.dead()).extracting(letter -> letter.order().id()).containsExactly("order-100");
        assertThat(heard.done()).containsExactly("order-101", "order-102");
    }

    @Test
    void aHandlerThatInterruptsItselfInterruptsNobodyElse() throws InterruptedException {
        handler = new TestHandler((_, step, _) -> () -> {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            Thread.currentThread().interrupt();
        });
        try (OrderQueue queue = open(one(10, WhenFull.WAIT))) {
            submit(queue, orders(3, 1));
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.done()).hasSize(3);
    }

    @Test
    void aStepThatDoesNotReturnCostsOneOrderAndIsNotRepeated() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        handler = new TestHandler((order, step, _) -> order.id().equals("order-100") && step == Step.CHARGE
                ? new TestHandler.Does() {
                    @Override
                    public void call() {
                        boolean ended = false;
                        while (!ended) {
                            try {
                                end.await();
                                ended = true;
                            } catch (InterruptedException e) {
                                // does not listen
                            }
                        }
                    }

                    @Override
                    public Mono<Void> mono() {
                        return Mono.never();
                    }
                }
                : NOTHING);
        Limits hasty = new Limits(1, 10, WhenFull.WAIT, Duration.ofSeconds(2), 3, Duration.ofNanos(1));
        try (OrderQueue queue = open(hasty)) {
            submit(queue, orders(3, 1));
            assertThat(queue.join(LONG)).isTrue();
        } finally {
            end.countDown();
        }
        assertThat(heard.dead())
                .extracting(letter -> letter.order().id(), DeadLetter::step, DeadLetter::reason)
                .containsExactly(tuple("order-100", Step.CHARGE, "not over within 2 s"));
        assertThat(heard.done()).containsExactly("order-101", "order-102");
        assertThat(handler.began())
                .filteredOn(began -> began.id().equals("order-100"))
                .hasSize(2);
    }

    @Test
    void whoDrainsItGetsEverythingDoneAndNothingMoreIsAccepted() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        try (OrderQueue queue = open(one(5, WhenFull.WAIT))) {
            fill(queue, 4);

            queue.drain();

            assertThat(queue.submit(order("late", "ada"))).isEqualTo(Submitted.CLOSED);
            gate.open();
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.done()).hasSize(5);
        assertThat(heard.handedBack()).isEmpty();
    }

    @Test
    void whoWaitsForRoomIsToldWhenItCloses() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        try (OrderQueue queue = open(one(1, WhenFull.WAIT))) {
            fill(queue, 1);
            try (Caller<Submitted> another = Caller.of(() -> queue.submit(order("too many", "ada")))) {
                await().until(another::isWaitingOrEnded);

                queue.drain();

                assertThat(another.result()).isEqualTo(Submitted.CLOSED);
            }
            gate.open();
            assertThat(queue.join(LONG)).isTrue();
        }
        assertThat(heard.ended()).containsExactly("under way", "waiting 0");
    }

    @Test
    void whoAbortsItIsHandedBackAllThatIsNotDoneWithTheStepThatIsNext() throws InterruptedException {
        handler = new TestHandler((_, step, _) -> step == Step.CHARGE ? passes(gate) : NOTHING);
        try (OrderQueue queue = open(one(5, WhenFull.WAIT))) {
            fill(queue, 3);

            queue.abort();

            assertThat(heard.handedBack())
                    .extracting(Order::id, order -> order.next().orElseThrow())
                    .containsExactly(
                            tuple("under way", Step.CHARGE),
                            tuple("waiting 0", Step.VALIDATE),
                            tuple("waiting 1", Step.VALIDATE),
                            tuple("waiting 2", Step.VALIDATE));
            assertThat(gate.cancelled()).isOne();
            assertThat(queue.join(LONG)).isTrue();
            assertThat(queue.submit(order("late", "ada"))).isEqualTo(Submitted.CLOSED);
        }
        assertThat(heard.ended()).hasSize(4);
        assertThat(handler.began()).extracting(TestHandler.Began::id).containsOnly("under way");
    }

    @Test
    void anOrderBetweenTwoAttemptsIsHandedBackToo() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> () -> {
            throw new IllegalStateException("always");
        });
        Limits slow = new Limits(1, 5, WhenFull.WAIT, LONG, 1_000_000, Duration.ofSeconds(1));
        try (OrderQueue queue = open(slow)) {
            submit(queue, orders(1, 1));
            await().until(() -> !handler.began().isEmpty());

            queue.abort();
        }
        assertThat(heard.handedBack()).hasSize(1);
    }

    @Test
    void joinReturnsAtOnceWhereThereIsNothingAndSaysWhenTheTimeIsOver() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        try (OrderQueue queue = open(one(5, WhenFull.WAIT))) {
            assertThat(queue.join(Duration.ZERO)).isTrue();
            fill(queue, 0);

            assertThat(queue.join(Duration.ofMillis(1))).isFalse();

            gate.open();
            assertThat(queue.join(LONG)).isTrue();
        }
    }

    @Test
    void toCloseItIsToAbortItAndAnInterruptIsKeptForLater() throws InterruptedException {
        handler = new TestHandler((_, _, _) -> passes(gate));
        OrderQueue queue = open(one(5, WhenFull.WAIT));
        fill(queue, 2);
        Thread.currentThread().interrupt();

        queue.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard.handedBack()).hasSize(3);
    }

    /// One order is under way, and so many wait.
    private void fill(OrderQueue queue, int waiting) throws InterruptedException {
        submit(queue, List.of(order("under way", "ada")));
        gate.awaitInside(1);
        for (int i = 0; i < waiting; i++) {
            submit(queue, List.of(order("waiting " + i, "ada")));
        }
    }

    private static void submit(OrderQueue queue, List<Order> orders) throws InterruptedException {
        for (Order order : orders) {
            assertThat(queue.submit(order)).isEqualTo(Submitted.ACCEPTED);
        }
    }

    private static Limits one(int capacity, WhenFull whenFull) {
        return new Limits(1, capacity, whenFull, LONG, 3, Duration.ofNanos(1));
    }

    private static List<Order> orders(int count, int customers) {
        return IntStream.range(0, count)
                .mapToObj(i -> order("order-" + (100 + i), "customer-" + i % customers))
                .toList();
    }

    private static Order order(String id, String customer) {
        return new Order(id, customer, "tea", 1, 100);
    }

    private static List<String> ids(List<Order> orders) {
        return orders.stream().map(Order::id).toList();
    }

    /// Customers that no style processes one after another.
    private static List<String> customersInLanes(int lanes) {
        List<String> customers = new ArrayList<>();
        for (int i = 0; customers.size() < lanes; i++) {
            String customer = "customer-" + i;
            if (Math.floorMod(customer.hashCode(), lanes) == customers.size()) {
                customers.add(customer);
            }
        }
        return customers;
    }
}

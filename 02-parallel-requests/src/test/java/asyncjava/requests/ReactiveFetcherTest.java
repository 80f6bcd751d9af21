package asyncjava.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asyncjava.common.timeline.Timeline;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Hooks;

final class ReactiveFetcherTest extends FetcherContract {

    @Override
    Fetcher open(Limits limits) {
        return new ReactiveFetcher(limits);
    }

    @Override
    int underWay(int limit) {
        return limit;
    }

    /// The headers, where the body has not begun before.
    @ParameterizedTest
    @CsvSource({"/held/gate, gate, false", "/half/medium.bin, medium.bin, true"})
    void whatComesWhileItsRequestIsBrokenOffIsNoErrorInTheLog(String path, String held, boolean begins)
            throws IOException, InterruptedException {
        Queue<Throwable> dropped = new ConcurrentLinkedQueue<>();
        Hooks.onErrorDropped(dropped::add);
        Gate rest = Gate.closed();
        TooLate destination = new TooLate(rest);
        try (PracticeSite site = PracticeSite.start();
                Fetcher fetcher = open(new Limits(1, Duration.ofMinutes(1)))) {
            site.hold(held, rest.mono());
            Request request = new Request("late", site.uri(path), destination, Timeline.start());
            try (Caller<List<Result>> caller = Caller.of(() -> fetcher.fetchAll(List.of(request)))) {
                rest.awaitInside(1);
                await().until(() -> destination.hasBegun == begins);

                caller.interrupt();

                assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
                Thread bringer = destination.bringer.join();
                await().until(() -> !isIn(bringer, "asyncjava.requests.", "reactor.core."));
                assertThat(dropped).isEmpty();
            }
        } finally {
            Hooks.resetOnErrorDropped();
        }
    }

    /// Whether a thread is in code of a class whose name begins like one of these.
    private static boolean isIn(Thread thread, String... names) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> Stream.of(names).anyMatch(frame.getClassName()::startsWith));
    }

    /// Lets the rest come when there is no use for it any more, and goes on when somebody is at the door with it.
    private static final class TooLate implements Destination, Destination.Sink {

        private final Gate rest;
        private final CompletableFuture<Thread> bringer = new CompletableFuture<>();
        private volatile boolean hasBegun;

        TooLate(Gate rest) {
            this.rest = rest;
        }

        @Override
        public Sink open() {
            return this;
        }

        @Override
        public boolean blocks() {
            return true;
        }

        @Override
        public void expect(int status, long length) {}

        @Override
        public void write(ByteBuffer piece) {
            hasBegun = true;
        }

        @Override
        public void finish() {}

        @Override
        public void abandon() {
            rest.open();
            await().until(() -> {
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getState() == Thread.State.BLOCKED)
                        .filter(thread -> isIn(thread, Transfer.class.getName()))
                        .forEach(bringer::complete);
                return bringer.isDone();
            });
        }
    }
}

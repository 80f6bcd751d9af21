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
import org.junit.jupiter.api.Test;
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

    @Test
    void aPieceThatComesWhileItsRequestIsBrokenOffIsNoErrorInTheLog() throws IOException, InterruptedException {
        Queue<Throwable> dropped = new ConcurrentLinkedQueue<>();
        Hooks.onErrorDropped(dropped::add);
        Gate rest = Gate.closed();
        OnePieceTooMany late = new OnePieceTooMany(rest);
        try (PracticeSite site = PracticeSite.start();
                Fetcher fetcher = open(new Limits(1, Duration.ofMinutes(1)))) {
            site.hold("medium.bin", rest.mono());
            Request request = new Request("late", site.uri("/half/medium.bin"), late, Timeline.start());
            try (Caller<List<Result>> caller = Caller.of(() -> fetcher.fetchAll(List.of(request)))) {
                rest.awaitInside(1);
                Thread writer = late.writer.join();

                caller.interrupt();

                assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
                await().until(() -> isWaiting(writer)); // for its next task
                assertThat(dropped).isEmpty();
            }
        } finally {
            Hooks.resetOnErrorDropped();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING -> true;
            default -> false;
        };
    }

    /// Lets the rest of the body come when there is no use for it any more, and goes on when it is at the door.
    private static final class OnePieceTooMany implements Destination, Destination.Sink {

        private final Gate rest;
        private final CompletableFuture<Thread> writer = new CompletableFuture<>();

        OnePieceTooMany(Gate rest) {
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
            writer.complete(Thread.currentThread());
        }

        @Override
        public void finish() {}

        @Override
        public void abandon() {
            rest.open();
            await().until(() -> writer.join().getState() == Thread.State.BLOCKED);
        }
    }
}

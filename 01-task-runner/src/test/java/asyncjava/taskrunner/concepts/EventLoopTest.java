package asyncjava.taskrunner.concepts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import asyncjava.testkit.Caller;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventLoopTest {

    private final AtomicLong looksAtTheClock = new AtomicLong();
    private final EventLoop loop;
    private final Pipe pipe;
    private final List<Object> seen = new ArrayList<>();

    EventLoopTest() throws IOException {
        loop = new EventLoop(() -> {
            looksAtTheClock.incrementAndGet();
            return System.nanoTime();
        });
        pipe = Pipe.open();
    }

    @AfterEach
    void close() throws IOException {
        loop.close();
        pipe.sink().close();
        pipe.source().close();
    }

    @Test
    void callbacksRunInTheOrderInWhichTheyCame() throws InterruptedException {
        loop.callSoon(() -> seen.add("first"));
        loop.callSoon(() -> seen.add("second"));

        run(loop);

        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void timersRunInTheOrderInWhichTheyAreDue() throws IOException, InterruptedException {
        AtomicLong clock = new AtomicLong();
        try (EventLoop standing = new EventLoop(clock::get)) {
            standing.callLater(Duration.ofNanos(3), () -> seen.add("third"));
            standing.callLater(Duration.ofNanos(1), () -> seen.add("first"));
            standing.callLater(Duration.ofNanos(2), () -> seen.add("second"));
            clock.set(3);

            run(standing);
        }

        assertThat(seen).containsExactly("first", "second", "third");
    }

    @Test
    void timersDueAtTheSameMomentRunInTheOrderInWhichTheyWereSet() throws IOException, InterruptedException {
        List<Integer> many = IntStream.range(0, 100).boxed().toList();
        try (EventLoop atOneMoment = new EventLoop(() -> 0)) {
            many.forEach(i -> atOneMoment.callLater(Duration.ZERO, () -> seen.add(i)));

            run(atOneMoment);
        }

        assertThat(seen).isEqualTo(many);
    }

    @Test
    void noTimerRunsBeforeItIsDue() throws IOException, InterruptedException {
        AtomicLong clock = new AtomicLong();
        try (EventLoop ticking = new EventLoop(clock::incrementAndGet)) {
            ticking.callLater(Duration.ofNanos(10), () -> seen.add(clock.get()));
            long set = clock.get();

            run(ticking);

            assertThat(seen).singleElement(LONG).isGreaterThanOrEqualTo(set + 10);
        }
    }

    @Test
    void itSleepsUntilATimerIsDueAndDoesNotKeepLookingAtTheClock() throws InterruptedException {
        loop.callLater(Duration.ofMillis(50), () -> seen.add("timer"));

        run(loop);

        assertThat(seen).containsExactly("timer");
        assertThat(looksAtTheClock).hasValueLessThan(20);
    }

    @Test
    void aMessageWakesItFromItsSleep() throws IOException, InterruptedException {
        loop.callLater(Duration.ofHours(1), () -> seen.add("timer"));
        loop.addReader(pipe.source(), () -> {
            seen.add("message");
            throw new IOException("enough");
        });
        try (Caller<?> caller = calling(loop)) {
            send("a");

            assertThat(caller.failure()).hasMessage("enough");
            assertThat(seen).containsExactly("message");
        }
    }

    @Test
    void aReaderIsCalledAsLongAsThereIsSomethingToReadAndTheChannelIsOpen() throws IOException, InterruptedException {
        send("abc");
        loop.addReader(pipe.source(), () -> {
            seen.add(readOne());
            if (seen.size() == 2) {
                pipe.source().close();
            }
        });

        run(loop);

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void aReaderIsNotCalledWhenThereIsNothingToRead() throws IOException, InterruptedException {
        send("a");
        loop.addReader(pipe.source(), () -> {
            seen.add(readOne());
            if (seen.size() == 1) {
                loop.callLater(Duration.ofMillis(20), () -> send("b"));
            } else {
                pipe.source().close();
            }
        });

        run(loop);

        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void aCallbackThatKeepsAddingCallbacksKeepsOutNeitherTimersNorChannels() throws IOException, InterruptedException {
        loop.addReader(pipe.source(), () -> {
            seen.add(readOne());
            pipe.source().close();
        });
        loop.callSoon(() -> {
            send("a");
            loop.callLater(Duration.ofMillis(1), () -> seen.add("timer"));
            loop.callSoon(this::againUntilBothWereSeen);
        });

        run(loop);

        assertThat(seen).containsExactlyInAnyOrder("timer", "a");
    }

    @Test
    void allCallbacksRunOnTheThreadThatRunsTheLoop() throws IOException, InterruptedException {
        send("a");
        loop.callSoon(() -> seen.add(Thread.currentThread()));
        loop.callLater(Duration.ofMillis(1), () -> seen.add(Thread.currentThread()));
        loop.addReader(pipe.source(), () -> {
            seen.add(Thread.currentThread());
            pipe.source().close();
        });

        Thread runner = run(loop);

        assertThat(seen).hasSize(3).containsOnly(runner);
    }

    @Test
    void aCallbackThatThrowsEndsTheRun() throws InterruptedException {
        IllegalStateException failure = new IllegalStateException("no");
        loop.callSoon(() -> {
            throw failure;
        });
        loop.callSoon(() -> seen.add("next"));
        try (Caller<?> caller = calling(loop)) {
            assertThat(caller.failure()).isSameAs(failure);
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void anInterruptEndsTheRun() throws IOException, InterruptedException {
        loop.addReader(pipe.source(), () -> seen.add("message"));
        try (Caller<?> caller = calling(loop)) {
            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        }
    }

    private void againUntilBothWereSeen() {
        if (seen.size() < 2) {
            loop.callSoon(this::againUntilBothWereSeen);
        }
    }

    private void send(String message) throws IOException {
        pipe.sink().write(UTF_8.encode(message));
    }

    private String readOne() throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        pipe.source().read(one);
        return UTF_8.decode(one.flip()).toString();
    }

    private static Caller<Thread> calling(EventLoop loop) {
        return Caller.of(() -> {
            loop.run();
            return Thread.currentThread();
        });
    }

    /// Runs the loop to its end on a thread of its own, and says which.
    private static Thread run(EventLoop loop) throws InterruptedException {
        try (Caller<Thread> caller = calling(loop)) {
            return caller.result();
        }
    }
}

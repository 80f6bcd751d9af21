package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.OpenSpan;
import asyncjava.common.timeline.Outcome;
import asyncjava.common.timeline.Timeline;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.concurrent.Executors;

/// One thread runs all the callbacks of an [EventLoop]. One that does not return stops the others: in asyncio
/// the classic is `time.sleep` where `asyncio.sleep` was meant, but a query over JDBC or a long calculation
/// does it too.
///
/// Expect bars that begin when something is asked for and end when its callback is run. At first each ends when
/// it is due. In the second picture one callback blocks for 400 ms, and nothing ends before it does.
///
/// Reach for an event loop, and then for Netty's, where thousands of connections mostly wait. Do not write your
/// own code in callbacks for that: a virtual thread may block, and what it does reads from top to bottom.
final class BlockedLoop {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private BlockedLoop() {}

    static void main() throws Exception {
        show("A pause that leaves a callback", (loop, then) -> pause(loop, PAUSE, then));
        show("The mistake, a pause that blocks", (loop, then) -> blockingPause(loop, () -> Thread.sleep(PAUSE), then));
    }

    /// asyncio's `sleep`: returns at once, and the loop calls back.
    static void pause(EventLoop loop, Duration time, EventLoop.Callback then) {
        loop.callLater(time, then);
    }

    /// The mistake: the callback stands and waits, and with it the only thread that there is.
    static void blockingPause(EventLoop loop, EventLoop.Callback wait, EventLoop.Callback then) {
        loop.callSoon(() -> {
            wait.run();
            then.run();
        });
    }

    private static void show(String heading, Way way) throws Exception {
        Timeline timeline = Timeline.start();
        Pipe pipe = Pipe.open();
        try (var source = pipe.source();
                var sink = pipe.sink();
                var loop = new EventLoop(System::nanoTime);
                var elsewhere = Executors.newVirtualThreadPerTaskExecutor()) {
            way.pause(loop, ends(timeline.open("pause, 400 ms")));
            loop.callLater(Duration.ofMillis(300), ends(timeline.open("timer, 300 ms")));
            EventLoop.Callback received = ends(timeline.open("message, 200 ms"));
            loop.addReader(source, () -> {
                pipe.source().close();
                received.run();
            });
            loop.callLater(Duration.ofMillis(100), ends(timeline.open("timer, 100 ms")));
            var _ = elsewhere.submit(() -> {
                Thread.sleep(200);
                return sink.write(ByteBuffer.allocate(1));
            });
            loop.run();
        }
        Show.timeline(heading, timeline);
    }

    private static EventLoop.Callback ends(OpenSpan span) {
        return () -> span.end(Outcome.OK);
    }

    private interface Way {
        void pause(EventLoop loop, EventLoop.Callback then);
    }
}

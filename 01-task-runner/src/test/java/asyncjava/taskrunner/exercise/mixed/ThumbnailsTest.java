package asyncjava.taskrunner.exercise.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.ThreadLabel;
import asyncjava.common.timeline.Timeline;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Drawing;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.VirtualTime;
import asyncjava.testkit.schedule.Explorer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Judged by gates: a download, and a shrinking, ends when the test says so. Each notes on which thread it ran.
/// At the end the pictures take turns on many schedules.
@Exercise
final class ThumbnailsTest {

    private static final Explorer SCHEDULES = Explorer.seeds(100).within(Duration.ofSeconds(5));

    private static final int CPU_THREADS = 2;
    private static final Duration A_WHILE = Duration.ofMillis(100);

    private final VirtualTime time = VirtualTime.start();
    private final Timeline timeline = Timeline.on(time.nanoTime());
    private final Gate downloading = Gate.closed();
    private final Gate shrinking = Gate.closed();
    private final Queue<Thread> downloadedOn = new ConcurrentLinkedQueue<>();
    private final Map<String, Thread> shrunkOn = new ConcurrentHashMap<>();
    private final AtomicInteger shrunk = new AtomicInteger();

    private final AtomicInteger cpuThreadsMade = new AtomicInteger();
    private final Queue<Thread> cpuThreads = new ConcurrentLinkedQueue<>();
    private final ExecutorService cpu = Executors.newFixedThreadPool(CPU_THREADS, task -> {
        Thread thread = new Thread(task, "cpu-" + cpuThreadsMade.incrementAndGet());
        cpuThreads.add(thread);
        return thread;
    });

    @AfterEach
    void stop() {
        downloading.open();
        shrinking.open();
        cpu.shutdownNow();
        time.close();
    }

    @Test
    @Order(1)
    void aPictureIsDownloadedAndShrunk() throws InterruptedException {
        openGates();

        List<String> thumbnails = thumbnailsOf(pictures(1));

        assertThat(thumbnails).withFailMessage("""
                        Expected [small picture-1], the thumbnail of the only picture, but you returned %s.
                        Wait until the picture has been downloaded and shrunk, and then return the thumbnail.""", thumbnails).containsExactly("small picture-1");
    }

    @Test
    @Order(2)
    void aPictureIsShrunkOnAThreadOfCpu() throws InterruptedException {
        openGates();

        thumbnailsOf(pictures(3));

        areShrunkOnCpu();
    }

    @Test
    @Order(3)
    void noDownloadRunsOnAThreadOfCpu() throws InterruptedException {
        openGates();

        thumbnailsOf(pictures(3));

        List<Thread> wrong = downloadedOn.stream().filter(cpuThreads::contains).toList();
        assertThat(wrong).withFailMessage("""
                        Expected no download to run on a thread of cpu, but %d of 3 did.
                        A download waits, and while it does, the thread that it runs on computes nothing. Run the downloads
                        on threads made for waiting: virtual threads, or Schedulers.boundedElastic() with Reactor.""", wrong.size()).isEmpty();
    }

    @Test
    @Order(4)
    void allDownloadsAreUnderWayAtOnce() throws InterruptedException {
        shrinking.open();
        try (var caller = callerOf(pictures(6))) {
            downloading.awaitInside(6);
            downloading.open();
            resultOf(caller);
        }
    }

    @Test
    @Order(5)
    void aPictureThatHasComeIsShrunkWhileOthersAreStillComing() throws InterruptedException {
        Gate last = Gate.closed();
        List<Callable<String>> downloads =
                Stream.concat(pictures(5).stream(), Stream.of(picture(6, last))).toList();
        try (var caller = callerOf(downloads)) {
            downloading.awaitInside(5);
            last.awaitInside(1);
            time.advance(A_WHILE);
            last.open();
            isShrunkMeanwhile();
            openGates();
            resultOf(caller);
        } finally {
            last.open();
        }
    }

    @Test
    @Order(6)
    void noThreadOfCpuWaitsForADownload() throws InterruptedException {
        Gate computing = Gate.closed();
        try (var caller = callerOf(pictures(3))) {
            downloading.awaitInside(3);
            settle(caller, () -> true);
            for (int i = 0; i < CPU_THREADS; i++) {
                cpu.execute(() -> hold(computing));
            }
            areFree(computing);
            computing.open();
            openGates();
            resultOf(caller);
        } finally {
            computing.open();
        }
    }

    @Test
    @Order(7)
    void allThreadsOfCpuShrinkAtOnce() throws InterruptedException {
        downloading.open();
        try (var caller = callerOf(pictures(4))) {
            areShrunkAtOnce();
            areShrunkOnCpu();
            shrinking.open();
            resultOf(caller);
        }
        areShrunkOnCpu();
    }

    @Test
    @Order(8)
    void theThumbnailsAreInTheOrderOfTheDownloads() throws InterruptedException {
        shrinking.open();
        List<Gate> gates = Stream.generate(Gate::closed).limit(4).toList();
        List<Callable<String>> downloads = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> picture(i, gates.get(i - 1)))
                .toList();
        try (var caller = callerOf(downloads)) {
            for (Gate gate : gates) {
                gate.awaitInside(1);
            }
            for (Gate gate : gates.reversed()) {
                int before = shrunk.get();
                gate.open();
                settle(caller, () -> shrunk.get() > before);
            }
            List<String> thumbnails = resultOf(caller);

            assertThat(thumbnails)
                    .withFailMessage("""
                            Expected the thumbnails in the order of the downloads, from picture-1 to picture-4, but you
                            returned %s.
                            picture-4 comes first and picture-1 last. Collect the thumbnails in the order in which you
                            asked, not in the order in which they are done.""", thumbnails)
                    .containsExactly("small picture-1", "small picture-2", "small picture-3", "small picture-4");
        } finally {
            gates.forEach(Gate::open);
        }
    }

    @Test
    @Order(9)
    void eachPictureIsDownloadedOnceAndShrunkOnce() throws InterruptedException {
        openGates();

        thumbnailsOf(pictures(2));

        assertThat(downloadedOn.size() == 2 && shrunk.get() == 2)
                .withFailMessage("""
                        Expected each of the 2 pictures to be downloaded once and shrunk once, but there were %d downloads,
                        and shrink was called %d times.
                        A description runs anew each time that it is started: a Mono for each subscription, a Callable
                        for each call().""", downloadedOn.size(), shrunk.get())
                .isTrue();
    }

    @Test
    @Order(10)
    void noDownloadsGiveNoThumbnails() throws InterruptedException {
        List<String> thumbnails = thumbnailsOf(List.of());

        assertThat(thumbnails)
                .withFailMessage("Expected an empty list where there is no download, but you returned %s.", thumbnails)
                .isNotNull()
                .isEmpty();
    }

    @Test
    @Order(11)
    void twentyDownloadsAreUnderWayAtOnceToo() throws InterruptedException {
        shrinking.open();
        try (var caller = callerOf(pictures(20))) {
            downloading.awaitInside(20);
            downloading.open();
            resultOf(caller);
        }
    }

    @Test
    @Order(12)
    void cpuIsUsableAfterwards() throws InterruptedException {
        openGates();
        try (var caller = callerOf(pictures(2))) {
            resultOf(caller);
            settle(caller, () -> true);
        }

        assertThat(accepts(cpu)).withFailMessage("""
                        Expected cpu to be usable after you have returned, but it was shut down.
                        It was only lent to you. Whoever made it closes it: try-with-resources, shutdown() and dispose() of a
                        Reactor scheduler that was made from it are for what is your own.""").isTrue();
    }

    @Test
    @Order(13)
    @LeavesNoThreadBehind
    void noThreadIsLeftWhenItReturns() throws InterruptedException {
        openGates();
        thumbnailsOf(pictures(2));
    }

    @Test
    @Order(14)
    void theOrderIsKeptHoweverThePicturesTakeTurns() {
        SCHEDULES.each(ThumbnailsOnSchedules::shrinkAll);
    }

    /// Downloads of picture-1, picture-2 and so on.
    private List<Callable<String>> pictures(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> picture(i, downloading))
                .toList();
    }

    private Callable<String> picture(int number, Gate gate) {
        return () -> timeline.record("download-" + number, () -> {
            downloadedOn.add(Thread.currentThread());
            gate.pass();
            return "picture-" + number;
        });
    }

    private String shrink(String picture) {
        shrunkOn.put(picture, Thread.currentThread());
        hold(shrinking);
        shrunk.incrementAndGet();
        return "small " + picture;
    }

    private static void hold(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the test is over, and whoever still computes is sent home
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void openGates() {
        downloading.open();
        shrinking.open();
    }

    private Caller<List<String>> callerOf(List<Callable<String>> downloads) {
        return Caller.of(() -> Thumbnails.shrinkAll(downloads, this::shrink, cpu));
    }

    private List<String> thumbnailsOf(List<Callable<String>> downloads) throws InterruptedException {
        try (var caller = callerOf(downloads)) {
            return resultOf(caller);
        }
    }

    private List<String> resultOf(Caller<List<String>> caller) throws InterruptedException {
        return caller.result("Every download and every shrinking may end: what does it still wait for?");
    }

    private void areShrunkOnCpu() {
        shrunkOn.forEach((picture, thread) -> assertThat(cpuThreads)
                .withFailMessage("""
                        Expected every picture to be shrunk on a thread of cpu, but %s was shrunk on
                          %s.
                        Shrinking keeps a core busy. Hand it to cpu, which has as many threads as there are cores for it:
                        cpu.submit(...), thenApplyAsync(..., cpu), or publishOn(...) before the map.""", picture, inWords(thread))
                .contains(thread));
    }

    private void isShrunkMeanwhile() throws InterruptedException {
        try {
            shrinking.awaitInside(1);
        } catch (AssertionError e) {
            time.advance(A_WHILE);
            throw new AssertionError("""
                    Expected picture-6 to be shrunk as soon as it had come, but it was not:
                    %s%s""".formatted(drawing(), cpuIsWaiting() ? """
                    The threads of cpu do not compute, they wait for other downloads:
                    %s
                    Let whoever downloads a picture hand it to cpu when it is there.""".formatted(placesOnCpu()) : """
                    Nobody has handed it to cpu. Whoever waits for all the downloads, or for those before it in the list,
                    leaves cpu idle meanwhile. Let each picture go on to cpu by itself, as soon as it has come."""), e);
        }
    }

    private void areFree(Gate computing) throws InterruptedException {
        try {
            computing.awaitInside(CPU_THREADS);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    Expected all threads of cpu to be free while the downloads are still under way, but %d of %d was not:
                    %s
                    Where you take and hand on what has come, that is waiting too. Do it on your own thread, or on a
                    virtual one, and give cpu nothing but the shrinking.""".formatted(CPU_THREADS - computing.inside(), CPU_THREADS, placesOnCpu()), e);
        }
    }

    private void areShrunkAtOnce() throws InterruptedException {
        try {
            shrinking.awaitInside(CPU_THREADS);
        } catch (AssertionError e) {
            throw new AssertionError("""
                    Expected %d pictures to be shrunk at once, one on each thread of cpu, but it was %d.
                    All the pictures are there. Whoever waits for a thumbnail before handing the next picture to cpu, or
                    hands all of them to one task there, keeps one core busy while the others have nothing to do. In
                    Reactor, publishOn moves all that follows it to one thread: put it inside the flatMap.""".formatted(CPU_THREADS, shrinking.inside()), e);
        }
    }

    private String drawing() {
        return Drawing.of(timeline);
    }

    private boolean cpuIsWaiting() {
        return !placesOnCpu().isEmpty();
    }

    /// Where in the learner's code the threads of cpu are.
    private String placesOnCpu() {
        return cpuThreads.stream()
                .flatMap(thread -> Arrays.stream(thread.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(Thumbnails.class.getName()))
                        .filter(frame -> !frame.getClassName().endsWith("Test"))
                        .limit(1)
                        .map(frame -> "  %s at %s (%s:%d)"
                                .formatted(
                                        thread.getName(),
                                        frame.getMethodName(),
                                        frame.getFileName(),
                                        frame.getLineNumber())))
                .collect(Collectors.joining("\n"));
    }

    private String inWords(Thread thread) {
        String name = ThreadLabel.of(thread);
        if (thread.isVirtual()) {
            return name + ", a virtual thread";
        }
        return name
                + (name.startsWith("ForkJoinPool.commonPool")
                        ? ", a thread of the common pool"
                        : name.startsWith("boundedElastic")
                                ? ", one of Reactor's threads for code that waits"
                                : name.startsWith("parallel-")
                                        ? ", one of Reactor's threads for code that never waits"
                                        : name.equals("caller")
                                                ? ", the thread that called shrinkAll"
                                                : ", a platform thread of another pool, or of none");
    }

    /// Waits until what was begun has been done: cpu, the downloads' threads and the caller have nothing left to do but
    /// to wait. Where they never settle, as in code that asks again and again, it goes on after a while.
    private void settle(Caller<?> caller, Callable<Boolean> done) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .atMost(Duration.ofSeconds(2))
                    .during(Duration.ofMillis(10))
                    .until(() -> done.call()
                            && areWaiting(cpuThreads)
                            && areWaiting(downloadedOn)
                            && caller.isWaitingOrEnded());
        } catch (ConditionTimeoutException e) {
            // What comes next is judged by itself.
        }
    }

    private static boolean areWaiting(Collection<Thread> threads) {
        return threads.stream().allMatch(thread -> switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED -> false;
        });
    }

    private static boolean accepts(ExecutorService executor) {
        try {
            executor.execute(() -> {});
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}

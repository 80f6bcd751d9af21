package asyncjava.queue.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;

/// Three packers fill a van, which leaves when each of them has brought a parcel: nobody begins the next
/// round before all have ended this one. asyncio has `Barrier` for it. Java has `CyclicBarrier`, whose
/// number of parties never changes, and `Phaser`, where they come and go.
///
/// Expect a picture of two rounds, each as long as its slowest packer. Then Bob falls ill in the second of
/// three. At the `Phaser` he takes leave, and the others go on without him. At the barrier they wait for
/// him until Ada's patience ends, which breaks it for Cleo too. Without a limit they wait until Ada is
/// cancelled, which breaks it as well.
///
/// Reach for it where the parties keep something from round to round. Do not where they keep nothing: begin
/// each round with `invokeAll`, or `Mono.when`, which waits for all of them and says who failed.
final class Rounds {

    private static final List<String> PACKERS = List.of("ada", "bob", "cleo");
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private Rounds() {}

    static void main() throws InterruptedException {
        Timeline met = Timeline.start();
        CyclicBarrier barrier = new CyclicBarrier(3);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String name : PACKERS) {
                var _ = executor.submit(() -> {
                    atBarrier(barrier, PATIENCE, 2, round -> pack(name, round, met));
                    return name;
                });
            }
        }
        Show.timeline("A CyclicBarrier", met);

        Phaser phaser = new Phaser(3);
        showBobIll("A Phaser that Bob leaves", pack -> withPhaser(phaser, 3, pack));
        CyclicBarrier patient = new CyclicBarrier(3);
        showBobIll("A CyclicBarrier with a limit", pack -> atBarrier(patient, PATIENCE, 3, pack));
        CyclicBarrier endless = new CyclicBarrier(3);
        showBobIll("The mistake, without a limit", pack -> atBarrierWithoutLimit(endless, 3, pack));
    }

    /// The limit covers the wait for the others and not the step. Whoever gives up, or is interrupted,
    /// breaks the barrier: the others get a `BrokenBarrierException`, now and whenever they come again.
    static void atBarrier(CyclicBarrier barrier, Duration patience, int rounds, Step step) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            step.take(round);
            barrier.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Whoever starts the parties has counted them: this one is registered.
    static void withPhaser(Phaser phaser, int rounds, Step step) throws Exception {
        try {
            for (int round = 1; round <= rounds; round++) {
                step.take(round);
                phaser.arriveAndAwaitAdvance(); // not to be interrupted: who left here would have arrived twice
            }
        } finally {
            phaser.arriveAndDeregister(); // nobody waits for one who has failed
        }
    }

    /// The mistake: a barrier counts who comes. Of one who fails on the way it never hears, and the others
    /// wait for ever.
    static void atBarrierWithoutLimit(CyclicBarrier barrier, int rounds, Step step) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            step.take(round);
            barrier.await();
        }
    }

    private static void showBobIll(String heading, Way way) throws InterruptedException {
        Timeline timeline = Timeline.start();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> packers = new ArrayList<>();
            for (String name : PACKERS) {
                packers.add(executor.submit(() -> timeline.record(name, () -> {
                    way.go(round -> packUnlessIll(name, round));
                    return name;
                })));
            }
            Thread.sleep(400);
            packers.getFirst().cancel(true); // where Ada still waits
        }
        Show.timeline(heading, timeline);
    }

    private static void packUnlessIll(String name, int round) throws InterruptedException {
        Thread.sleep(time(name));
        if (name.equals("bob") && round == 2) {
            throw new IllegalStateException("ill");
        }
    }

    private static void pack(String name, int round, Timeline timeline) throws Exception {
        timeline.record("%s, round %d".formatted(name, round), () -> {
            Thread.sleep(time(name));
            return name;
        });
    }

    private static Duration time(String name) {
        return Duration.ofMillis(30 * PACKERS.indexOf(name) + 40);
    }

    @FunctionalInterface
    interface Step {
        void take(int round) throws Exception;
    }

    @FunctionalInterface
    interface Way {
        void go(Step step) throws Exception;
    }
}

package asyncjava.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.common.timeline.Outcome;
import asyncjava.testkit.TimelineAssert;
import asyncjava.testkit.VirtualTime;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Which threads take their turns as the seed says, and what becomes of those that do not.
final class InsideAndOutsideTest {

    @Test
    void threadsOfAnyVirtualExecutorAreInside() {
        assertEveryOrderIsMet((schedule, order) -> {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                var _ = executor.submit(() -> order.add("a"));
                var _ = executor.submit(() -> order.add("b"));
            }
        });
    }

    @Test
    void poolsOfTheScheduleAreInside() {
        assertEveryOrderIsMet((schedule, order) -> {
            try (ExecutorService pool = Executors.newFixedThreadPool(2, schedule.threads())) {
                var _ = pool.submit(() -> order.add("a"));
                var _ = pool.submit(() -> order.add("b"));
            }
        });
    }

    @Test
    void futuresOnAnExecutorOfTheScheduleAreInside() {
        assertEveryOrderIsMet((schedule, order) -> {
            try (ExecutorService executor = schedule.executor()) {
                CompletableFuture.allOf(
                                CompletableFuture.runAsync(() -> order.add("a"), executor),
                                CompletableFuture.runAsync(() -> order.add("b"), executor))
                        .join();
            }
        });
    }

    @Test
    void reactorIsInside() {
        assertEveryOrderIsMet((schedule, order) -> Flux.just("a", "b")
                .flatMap(name -> Mono.fromCallable(() -> order.add(name)).subscribeOn(Schedulers.boundedElastic()))
                .blockLast());
        assertEveryOrderIsMet((schedule, order) -> Flux.just("a", "b")
                .flatMap(
                        name -> Mono.just(name).publishOn(Schedulers.parallel()).doOnNext(order::add))
                .blockLast());
    }

    @Test
    void reactorsDelaysAreVirtual() {
        Explored explored = Explorer.explore(schedule -> {
            List<Long> ticks =
                    Flux.interval(Duration.ofHours(1)).take(3).collectList().block();

            assertThat(ticks).containsExactly(0L, 1L, 2L);
            assertThat(schedule.time().elapsed()).isEqualTo(Duration.ofHours(3));
        });

        assertThat(explored.outside()).isEmpty();
    }

    @Test
    void whoeverSleepsToTheSameMomentWakesInAnyOrder() {
        assertEveryOrderIsMet((schedule, order) -> schedule.together(
                () -> {
                    schedule.time().sleep(Duration.ofDays(1));
                    order.add("a");
                },
                () -> {
                    schedule.time().sleep(Duration.ofDays(1));
                    order.add("b");
                }));
    }

    @Test
    void aTimersTaskRunsOnAThreadOfTheScheduleAndMayBeCancelledWhileItDoes() {
        Set<Boolean> interrupted = new HashSet<>();
        Explorer.explore(schedule -> {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            ScheduledFuture<?> task = schedule.time()
                    .scheduler()
                    .schedule(
                            () -> {
                                begun.countDown();
                                Schedule.pause();
                                interrupted.add(Thread.currentThread().isInterrupted());
                                ended.countDown();
                            },
                            1,
                            TimeUnit.MINUTES);
            begun.await();
            task.cancel(true);
            ended.await();
        });

        assertThat(interrupted).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aTimersTaskMayBeAboutToReturnWhenTheScenarioHasEnded() {
        Explorer.explore(schedule -> {
            CountDownLatch begun = new CountDownLatch(1);
            var _ = schedule.time()
                    .scheduler()
                    .schedule(
                            () -> {
                                begun.countDown();
                                Schedule.pause();
                            },
                            1,
                            TimeUnit.MINUTES);
            begun.await();
        });
    }

    @Test
    void theTimelineGoesByEvents() {
        Explorer.explore(schedule -> {
            schedule.together(
                    () -> schedule.timeline().record("a", () -> "done"),
                    () -> schedule.timeline().record("b", () -> "done"));

            TimelineAssert.assertThat(schedule.timeline()).hasSpans(2).ranOneAfterAnother();
            assertThat(schedule.timeline().count(Outcome.OK)).isEqualTo(2);
        });
    }

    @Test
    void theCommonPoolIsOutsideAndNamed() {
        Explored explored = Explorer.seeds(10).each(schedule -> {
            CountDownLatch asked = new CountDownLatch(1);
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    asked.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return "tea";
            });
            Started<String> waiter = schedule.start("waiter", answer::get);
            asked.countDown();
            assertThat(waiter.result()).isEqualTo("tea");
        });

        assertThat(explored.outside()).anyMatch(name -> name.startsWith("ForkJoinPool"));
    }

    @Test
    void aRealTimerIsWaitedFor() {
        Explorer.seeds(3).each(schedule -> {
            String late = CompletableFuture.supplyAsync(
                            () -> "late",
                            CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS, schedule.executor()))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
            Thread.sleep(1);
            assertThat(late).isEqualTo("late");
        });
    }

    @Test
    void aSleepIsWaitedForThoughNobodyElseIsThere() {
        Explorer.seeds(3).each(_ -> Thread.sleep(20));
    }

    /// The platform thread is gone before it has woken whoever waits for its end.
    @Test
    void aPlatformThreadThatIsJoinedMayEndAtAnyMoment() {
        Explorer.seeds(300)
                .each(schedule -> schedule.together(
                        () -> Thread.ofPlatform().start(() -> {}).join(),
                        () -> Thread.ofPlatform().start(Schedule::pause).join()));
    }

    @Test
    void aReportNamesWhatWasOutside() {
        assertThatThrownBy(() -> Explorer.explore(schedule -> {
                    Thread other = Thread.ofPlatform().name("my-own").unstarted(() -> {});
                    Started<?> waiter = schedule.run("waiter", other::join);
                    other.start();
                    waiter.result();
                    throw new AssertionError("after all that");
                }))
                .hasMessageContaining("after all that");
    }

    @Test
    void aScheduleTellsItsThreadsFromThoseBesideIt() {
        Explorer.seeds(1).each(schedule -> {
            boolean[] decides = new boolean[3];
            Thread.ofVirtual().start(() -> decides[0] = schedule.decidesHere()).join();
            Thread.ofPlatform().start(() -> decides[1] = schedule.decidesHere()).join();
            Thread.ofPlatform()
                    .start(() -> startAndJoin(() -> decides[2] = schedule.decidesHere()))
                    .join();

            assertThat(schedule.decidesHere()).isTrue();
            assertThat(decides).containsExactly(true, false, false);
        });
    }

    /// Who waits for a lock that such a thread holds must not hold up the carrier.
    @Test
    void aThreadBesideMayUseTheVirtualTimeToo() {
        Explorer.seeds(20).each(schedule -> {
            AtomicBoolean over = new AtomicBoolean();
            Thread beside = Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    schedule.time().scheduled();
                }
            });
            for (int i = 0; i < 200; i++) {
                schedule.time().sleep(Duration.ofNanos(1));
            }
            over.set(true);
            beside.join();
        });
    }

    @Test
    void aThreadBesideThatComesLateMayWaitForTheTime() {
        Explorer.seeds(5).each(schedule -> {
            CountDownLatch awake = new CountDownLatch(1);
            Thread.ofPlatform().start(() -> {
                sleepAWhile();
                sleepIn(schedule.time());
                awake.countDown();
            });
            awake.await();
        });
    }

    @Test
    void whoCancelsInReactorInterrupts() {
        Explorer.seeds(5).each(schedule -> {
            CountDownLatch begun = new CountDownLatch(2);
            CountDownLatch interrupted = new CountDownLatch(2);
            Runnable call = () -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            };
            Disposable task = Schedulers.boundedElastic().schedule(call);
            Scheduler.Worker worker = Schedulers.boundedElastic().createWorker();
            worker.schedule(call);
            begun.await();
            task.dispose();
            worker.dispose();
            interrupted.await();
            schedule.time().sleep(Duration.ofNanos(1));
        });
    }

    /// In real time, so that the schedule has nothing left to do before.
    private static void sleepAWhile() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleepIn(VirtualTime time) {
        try {
            time.sleep(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void startAndJoin(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Ordered {
        void run(Schedule schedule, List<String> order) throws Exception;
    }

    private static void assertEveryOrderIsMet(Ordered code) {
        Set<List<String>> orders = new HashSet<>();
        Explored explored = Explorer.explore(schedule -> {
            List<String> order = new CopyOnWriteArrayList<>();
            code.run(schedule, order);
            orders.add(List.copyOf(order));
        });

        assertThat(orders).containsExactlyInAnyOrder(List.of("a", "b"), List.of("b", "a"));
        assertThat(explored.outside()).isEmpty();
    }
}

package asyncjava.scraper;

import asyncjava.common.timeline.Timeline;
import asyncjava.scraper.Attempt.Step;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// A stream of pages, each of which waits without a thread. Only the edge of this class blocks, as
/// `asyncio.run` does, because the contract is a blocking call.
final class ReactiveScraper implements Scraper {

    private final Limits limits;
    private final Extraction extraction;
    private final ReactiveClient client;
    private final Hosts<ReactiveHost> hosts;
    private final Retries retries;
    private final ExecutorService parsers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Scheduler parsing = Schedulers.fromExecutorService(parsers);

    ReactiveScraper(Limits limits, Extraction extraction, Timeline timeline) {
        this.limits = limits;
        this.extraction = extraction;
        client = new ReactiveClient(limits, timeline);
        hosts = new Hosts<>(() -> new ReactiveHost(limits));
        retries = new Retries(
                limits.retries(),
                new RetryBudget(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    @Override
    public void scrapeAll(List<URI> pages, Consumer<Result> ended) throws InterruptedException {
        // All of them wait at once, as in the other style: each host has a queue of its own, and a slow one holds up
        // nobody.
        AtomicBoolean stopped = new AtomicBoolean();
        int all = Math.max(1, pages.size());
        try {
            Flux.fromIterable(pages)
                    .flatMap(page -> scrape(page, stopped), all)
                    .doOnNext(ended)
                    .doOnCancel(() -> stopped.set(true))
                    .blockLast();
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof InterruptedException interrupted) {
                // blockLast() leaves the flag set; the exception says it now.
                Thread.interrupted();
                throw interrupted;
            }
            throw e;
        }
    }

    private Mono<Result> scrape(URI page, AtomicBoolean stopped) {
        return Mono.defer(() -> {
            long began = System.nanoTime();
            AtomicInteger number = new AtomicInteger();
            return attempt(page, stopped)
                    .doOnSubscribe(_ -> number.incrementAndGet())
                    .flatMap(outcome -> retries.after(outcome, number.get())
                            .<Mono<Outcome>>map(pause -> Mono.error(new Again(pause)))
                            .orElse(Mono.just(outcome)))
                    .retryWhen(Retry.from(ended -> ended.concatMap(attempt -> afterPause(attempt.failure()))))
                    .map(outcome ->
                            new Result(page, outcome, number.get(), Duration.ofNanos(System.nanoTime() - began)));
        });
    }

    private static Mono<Long> afterPause(Throwable failure) {
        return failure instanceof Again again ? Mono.delay(again.pause) : Mono.error(failure);
    }

    /// What `retryWhen` hears, which is there for errors.
    private static final class Again extends Exception {

        private static final long serialVersionUID = 1;
        private final Duration pause;

        Again(Duration pause) {
            super("again after " + pause, null, false, false);
            this.pause = pause;
        }
    }

    private Mono<Outcome> attempt(URI page, AtomicBoolean stopped) {
        return Mono.defer(() -> {
            Attempt attempt = new Attempt(extraction, limits.timeout());
            return outcome(attempt, attempt.begin(page), stopped);
        });
    }

    private Mono<Outcome> outcome(Attempt attempt, Step step, AtomicBoolean stopped) {
        return switch (step) {
            case Step.Done done -> Mono.just(done.outcome());
            case Step.Ask ask ->
                hosts.of(ask.uri())
                        .ask(request(ask, stopped))
                        .publishOn(parsing) // neither event loops nor timers have time to parse
                        .flatMap(reply -> outcome(attempt, attempt.after(reply), stopped));
        };
    }

    /// Pages are cancelled one after another: whoever is first gives its permit back, and the next must not
    /// begin with it. Its turn to be cancelled comes soon.
    private Mono<Reply> request(Step.Ask ask, AtomicBoolean stopped) {
        return Mono.defer(() -> stopped.get() ? Mono.never() : client.get(ask.uri(), ask.within()));
    }

    @Override
    public void close() {
        client.close();
        parsers.shutdownNow();
        parsers.close();
    }
}

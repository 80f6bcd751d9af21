package asyncjava.scraper;

import asyncjava.common.timeline.Timeline;
import asyncjava.scraper.Attempt.Step;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// A virtual thread for every page. It waits for its permit, for the rate, for the answer and for the next
/// attempt, one after another, as one would tell it.
final class VirtualThreadScraper implements Scraper {

    private final Limits limits;
    private final Extraction extraction;
    private final BlockingClient client;
    private final Hosts<BlockingHost> hosts;
    private final Retries retries;
    private volatile boolean stopped;

    VirtualThreadScraper(Limits limits, Extraction extraction, Timeline timeline) {
        this.limits = limits;
        this.extraction = extraction;
        client = new BlockingClient(limits, timeline);
        hosts = new Hosts<>(() -> new BlockingHost(limits));
        retries = new Retries(
                limits.retries(),
                new RetryBudget(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    @Override
    public void scrapeAll(List<URI> pages, Consumer<Result> ended) throws InterruptedException {
        stopped = false;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> visits = pages.stream()
                    .<Callable<Void>>map(page -> () -> {
                        handOn(scrape(page), ended);
                        return null;
                    })
                    .toList();
            for (Future<Void> visit : executor.invokeAll(visits)) {
                visit.get();
            }
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    private synchronized void handOn(Result result, Consumer<Result> ended) {
        ended.accept(result);
    }

    private Result scrape(URI page) throws InterruptedException {
        long began = System.nanoTime();
        for (int number = 1; ; number++) {
            Outcome outcome = attempt(page);
            Optional<Duration> pause = retries.after(outcome, number);
            if (pause.isEmpty()) {
                return new Result(page, outcome, number, since(began));
            }
            Thread.sleep(pause.get());
        }
    }

    private Outcome attempt(URI page) throws InterruptedException {
        Attempt attempt = new Attempt(extraction, limits.timeout());
        Step step = attempt.begin(page);
        while (step instanceof Step.Ask ask) {
            Reply reply = hosts.of(ask.uri()).ask(() -> ask(ask));
            step = attempt.after(reply); // without the permit: others may ask while this page is parsed
        }
        return ((Step.Done) step).outcome();
    }

    private Reply ask(Step.Ask ask) throws InterruptedException {
        // Whoever is interrupted first gives its permit back, and the next must not begin with it.
        if (stopped) {
            throw new InterruptedException();
        }
        try {
            return client.get(ask.uri(), ask.within());
        } catch (InterruptedException e) {
            stopped = true;
            throw e;
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        client.close();
    }
}

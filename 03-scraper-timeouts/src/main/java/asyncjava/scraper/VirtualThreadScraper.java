package asyncjava.scraper;

import asyncjava.common.timeline.Timeline;
import asyncjava.scraper.Attempt.Step;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A virtual thread for every page. It waits for its permit, for the rate, for the answer and for the next
/// attempt, one after another, as one would tell it.
final class VirtualThreadScraper implements Scraper {

    private final Limits limits;
    private final Extraction extraction;
    private final BlockingClient client;
    private final Hosts<BlockingHost> hosts;
    private final Retries retries;
    private final ExecutorService parsers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

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
        AtomicBoolean stopped = new AtomicBoolean();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> visits = new ArrayList<>();
            for (URI page : pages) {
                visits.add(executor.submit(() -> {
                    handOn(scrape(page, stopped), ended);
                    return null;
                }));
            }
            try {
                for (Future<Void> visit : visits) {
                    visit.get();
                }
            } catch (ExecutionException bug) {
                throw new IllegalStateException(bug.getCause());
            } finally {
                // Whoever is interrupted first gives its permit back, and the next must not begin with it.
                stopped.set(true);
                executor.shutdownNow();
            }
        }
    }

    private synchronized void handOn(Result result, Consumer<Result> ended) {
        ended.accept(result);
    }

    private Result scrape(URI page, AtomicBoolean stopped) throws InterruptedException {
        long began = System.nanoTime();
        for (int number = 1; ; number++) {
            Outcome outcome = attempt(page, stopped);
            Optional<Duration> pause = retries.after(outcome, number);
            if (pause.isEmpty()) {
                return new Result(page, outcome, number, since(began));
            }
            Thread.sleep(pause.get());
        }
    }

    private Outcome attempt(URI page, AtomicBoolean stopped) throws InterruptedException {
        Attempt attempt = new Attempt(extraction, limits.timeout());
        Step step = attempt.begin(page);
        while (step instanceof Step.Ask ask) {
            Reply reply = hosts.of(ask.uri()).ask(() -> {
                if (stopped.get()) {
                    throw new InterruptedException();
                }
                return client.get(ask.uri(), ask.within());
            });
            step = parsed(attempt, reply); // without the permit: others may ask meanwhile
        }
        return ((Step.Done) step).outcome();
    }

    /// To parse is work for a processor. On the threads that carry the virtual ones it would hold up all
    /// the others, and their deadlines.
    private Step parsed(Attempt attempt, Reply reply) throws InterruptedException {
        Future<Step> step = parsers.submit(() -> attempt.after(reply));
        try {
            return step.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        } finally {
            step.cancel(true);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        client.close();
        parsers.shutdownNow();
        parsers.close();
    }
}

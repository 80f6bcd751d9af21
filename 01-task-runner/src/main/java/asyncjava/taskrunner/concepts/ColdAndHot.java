package asyncjava.taskrunner.concepts;

import asyncjava.common.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import reactor.core.publisher.Mono;

/// Calling an `async def` runs none of it. It gives a coroutine object, a description of work, which runs when
/// it is awaited, and only once. In Java a `Callable` and a cold `Mono` are descriptions: they do nothing until
/// they are run, and run anew each time. `CompletableFuture.supplyAsync` is hot, like `create_task`: its work
/// begins before anybody asks for the answer, and happens once.
///
/// Expect the tea to be made after the letter, and made twice, where it was only described. The future's tea is
/// made while the letter is written, and once, though it is asked for twice. Where nobody subscribes there is
/// no tea.
///
/// Reach for a description where somebody else is to say when and how often: a retry, a repeat, a stream. Reach
/// for a future where the work is to begin now. Do not give a `Mono` to code that may not know that it has to
/// subscribe.
final class ColdAndHot {

    private ColdAndHot() {}

    static void main() throws Exception {
        show("A Callable, called twice", ColdAndHot::withCallable);
        show("A cold Mono, subscribed to twice", ColdAndHot::withMono);
        show("CompletableFuture.supplyAsync, joined twice", ColdAndHot::withFuture);
        show("The mistake, a Mono that nobody subscribes to", ColdAndHot::neverSubscribed);
    }

    static List<String> withCallable(Callable<String> tea, Callable<String> letter) throws Exception {
        letter.call();
        return List.of(tea.call(), tea.call());
    }

    static List<String> withMono(Callable<String> tea, Callable<String> letter) throws Exception {
        Mono<String> cold = Mono.fromCallable(tea); // nothing has begun
        letter.call();
        String first = cold.blockOptional().orElseThrow(); // begins here
        String second = cold.blockOptional().orElseThrow(); // and begins anew
        return List.of(first, second);
    }

    static List<String> withFuture(Callable<String> tea, Callable<String> letter) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<String> hot =
                    CompletableFuture.supplyAsync(() -> Gather.answerOf(tea), executor); // begins
            letter.call();
            return List.of(hot.join(), hot.join()); // the same answer, asked for twice
        }
    }

    /// The mistake: the tea is described, and nobody subscribes. There is no tea and no error; asyncio would at
    /// least warn of a coroutine that "was never awaited".
    static List<String> neverSubscribed(Callable<String> tea, Callable<String> letter) throws Exception {
        Mono.fromCallable(tea);
        return List.of(letter.call());
    }

    private static void show(String heading, Way way) throws Exception {
        Timeline timeline = Timeline.start();
        SlowCall tea = new SlowCall("tea", Duration.ofMillis(150), timeline);
        SlowCall letter = new SlowCall("letter", Duration.ofMillis(200), timeline);
        Show.timeline(heading + ": " + way.run(tea, letter), timeline);
    }

    @FunctionalInterface
    interface Way {
        List<String> run(Callable<String> tea, Callable<String> letter) throws Exception;
    }
}

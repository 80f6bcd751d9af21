package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Schedulers;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) {
        List<Mono<Signal<String>>> signals = calls.stream()
                .map(call -> Mono.fromCallable(call)
                        .subscribeOn(Schedulers.boundedElastic())
                        .materialize())
                .toList();
        return Flux.mergeSequential(signals, Integer.MAX_VALUE, 1)
                .map(Outcomes::outcomeOf)
                .collectList()
                .block();
    }

    private static Outcome outcomeOf(Signal<String> signal) {
        return signal.isOnError()
                ? new Outcome.Failure(Objects.requireNonNull(signal.getThrowable()))
                : new Outcome.Answer(Objects.requireNonNull(signal.get()));
    }
}

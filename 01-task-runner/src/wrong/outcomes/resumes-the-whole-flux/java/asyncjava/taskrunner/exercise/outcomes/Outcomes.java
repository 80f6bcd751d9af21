package asyncjava.taskrunner.exercise.outcomes;

import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) {
        return Flux.fromIterable(calls)
                .flatMapSequential(call -> Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic()))
                .<Outcome>map(Outcome.Answer::new)
                .onErrorResume(failure -> Mono.just(new Outcome.Failure(failure)))
                .collectList()
                .block();
    }
}

package asyncjava.taskrunner.exercise.failfast;

import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        return Flux.fromIterable(calls)
                .flatMapSequentialDelayError(
                        call -> Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic()), 256, 1)
                .collectList()
                .block();
    }
}

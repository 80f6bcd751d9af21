package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        Scheduler scheduler = Schedulers.newParallel("calls", 20);
        return Flux.fromIterable(calls)
                .flatMapSequential(call -> Mono.fromCallable(call).subscribeOn(scheduler))
                .collectList()
                .block();
    }
}

package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        List<String> answers = new CopyOnWriteArrayList<>();
        Flux.fromIterable(calls)
                .flatMapSequential(call -> Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic()))
                .subscribe(answers::add);
        return List.copyOf(answers);
    }
}

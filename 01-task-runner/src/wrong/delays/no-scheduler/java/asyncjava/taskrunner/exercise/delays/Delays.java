package asyncjava.taskrunner.exercise.delays;

import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class Delays {

    private Delays() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        return Flux.fromIterable(calls)
                .flatMapSequential(Mono::fromCallable)
                .collectList()
                .block();
    }
}

package asyncjava.taskrunner.exercise.failfast;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class FailFast {

    private FailFast() {}

    public static List<String> callAll(List<Callable<String>> calls) {
        List<Mono<String>> answers = calls.stream()
                .map(call -> Mono.fromCallable(call).subscribeOn(Schedulers.boundedElastic()))
                .toList();
        return Mono.zip(
                        answers,
                        all -> Arrays.stream(all).map(String.class::cast).toList())
                .blockOptional()
                .orElse(List.of());
    }
}

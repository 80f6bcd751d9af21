package asyncjava.taskrunner.exercise.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class Outcomes {

    private Outcomes() {}

    public static List<Outcome> callAll(List<Callable<String>> calls) {
        List<CompletableFuture<String>> started = calls.stream()
                .map(call -> Mono.fromCallable(call)
                        .subscribeOn(Schedulers.boundedElastic())
                        .toFuture())
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<String> answer : started) {
            try {
                outcomes.add(new Outcome.Answer(Mono.fromFuture(answer).block()));
            } catch (RuntimeException e) {
                outcomes.add(new Outcome.Failure(e));
            }
        }
        return outcomes;
    }
}

package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class Retry {

    private Retry() {}

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        return Mono.fromCallable(request)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer ->
                        isWorthRetrying(answer.status()) ? Mono.error(new Refused(answer)) : Mono.just(answer))
                .retryWhen(reactor.util.retry.Retry.backoff(policy.attempts() - 1, policy.base())
                        .maxBackoff(policy.cap())
                        .filter(failure -> failure instanceof IOException || failure instanceof Refused))
                .block();
    }

    private static boolean isWorthRetrying(int status) {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    private static final class Refused extends RuntimeException {

        private final Answer answer;

        Refused(Answer answer) {
            this.answer = answer;
        }
    }
}

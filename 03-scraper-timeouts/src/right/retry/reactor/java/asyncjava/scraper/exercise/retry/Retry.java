package asyncjava.scraper.exercise.retry;

import asyncjava.scraper.exercise.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

public final class Retry {

    private Retry() {}

    public static Answer call(Callable<Answer> request, Policy policy, DoubleSupplier random, Time time)
            throws Exception {
        List<Throwable> failures = new ArrayList<>();
        Mono<Answer> attempts = Mono.fromCallable(request)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer ->
                        isWorthRetrying(answer.status()) ? Mono.error(new Refused(answer)) : Mono.just(answer))
                .doOnError(IOException.class, failures::add)
                .retryWhen(reactor.util.retry.Retry.from(signals -> signals.concatMap(signal -> {
                    int attempt = (int) signal.totalRetries() + 1;
                    return mayPass(signal.failure()) && attempt < policy.attempts()
                            ? Mono.delay(waitAfter(signal.failure(), attempt, policy, random))
                            : Mono.error(signal.failure());
                })))
                .onErrorResume(Refused.class, refused -> Mono.just(refused.answer));
        try {
            return attempts.block();
        } catch (RuntimeException e) {
            throw told(Exceptions.unwrap(e), failures);
        }
    }

    private static Exception told(Throwable failure, List<Throwable> all) throws InterruptedException {
        switch (failure) {
            case InterruptedException interrupted -> {
                // block() has set it again.
                Thread.interrupted();
                throw interrupted;
            }
            case IOException last -> {
                all.stream().filter(each -> each != last).forEach(last::addSuppressed);
                return last;
            }
            case Exception other -> {
                return other;
            }
            default -> throw (Error) failure;
        }
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof IOException || failure instanceof Refused;
    }

    private static boolean isWorthRetrying(int status) {
        return status == 408 || status == 429 || status / 100 == 5;
    }

    private static Duration waitAfter(Throwable failure, int attempt, Policy policy, DoubleSupplier random) {
        double most = failure instanceof Refused refused
                        && refused.answer.retryAfter().isPresent()
                ? refused.answer.retryAfter().getAsInt() * 1e9
                : random.getAsDouble()
                        * Math.min(policy.cap().toNanos(), policy.base().toNanos() * Math.pow(2, attempt - 1));
        return Duration.ofNanos((long) Math.min(most, policy.cap().toNanos()));
    }

    private static final class Refused extends RuntimeException {

        private final Answer answer;

        Refused(Answer answer) {
            this.answer = answer;
        }
    }
}

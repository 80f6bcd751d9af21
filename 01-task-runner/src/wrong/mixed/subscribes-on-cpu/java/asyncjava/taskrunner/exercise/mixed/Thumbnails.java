package asyncjava.taskrunner.exercise.mixed;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

public final class Thumbnails {

    private Thumbnails() {}

    public static List<String> shrinkAll(
            List<Callable<String>> downloads, UnaryOperator<String> shrink, ExecutorService cpu) {
        Scheduler computing = Schedulers.fromExecutorService(cpu);
        return Flux.fromIterable(downloads)
                .flatMapSequential(
                        download -> Mono.fromCallable(download).map(shrink).subscribeOn(computing))
                .collectList()
                .block();
    }
}

package asyncjava.taskrunner;

import java.util.List;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A stream of tasks, each turned into its result. No thread waits: a timer tells when a task is done. Only the edge of
/// this class blocks, as `asyncio.run` does, because the contract is a blocking call.
final class ReactiveRunner implements TaskRunner {

    @Override
    public List<Result> run(List<? extends Task> tasks) throws InterruptedException {
        try {
            return Flux.fromIterable(tasks)
                    .flatMapSequential(
                            task -> task.mono()
                                    .<Result>map(Result.Done::new)
                                    .onErrorResume(failure -> Mono.just(new Result.Failed(failure))),
                            Math.max(1, tasks.size()),
                            1)
                    .collectList()
                    .blockOptional()
                    .orElseThrow();
        } catch (RuntimeException e) {
            if (Exceptions.unwrap(e) instanceof InterruptedException interrupted) {
                // block() leaves the flag set; the exception says it now.
                Thread.interrupted();
                throw interrupted;
            }
            throw e;
        }
    }
}

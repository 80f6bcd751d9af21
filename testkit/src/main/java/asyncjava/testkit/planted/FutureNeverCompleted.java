package asyncjava.testkit.planted;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.testkit.schedule.Schedule;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/// A task completes a future with the answer of a server. When the server does not answer, the task ends
/// with an exception that nobody sees, and whoever waits for the future waits for ever. The task has to
/// complete it with its failure too.
final class FutureNeverCompleted implements PlantedBug {

    private interface Client {
        CompletableFuture<String> ask(ExecutorService executor);
    }

    @Override
    public String verdict() {
        return "A task that is never completed";
    }

    @Override
    public void broken(Schedule schedule) {
        check(schedule, FutureNeverCompleted::askForAnAnswer);
    }

    @Override
    public void corrected(Schedule schedule) {
        check(schedule, FutureNeverCompleted::askForAnAnswerOrAFailure);
    }

    private static void check(Schedule schedule, Client client) {
        try (ExecutorService executor = schedule.executor()) {
            CompletableFuture<String> answer = client.ask(executor);
            assertThatThrownBy(answer::join).hasRootCauseInstanceOf(ConnectException.class);
        }
    }

    private static CompletableFuture<String> askForAnAnswer(ExecutorService executor) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        var _ = executor.submit(() -> answer.complete(request()));
        return answer;
    }

    private static CompletableFuture<String> askForAnAnswerOrAFailure(ExecutorService executor) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        var _ = executor.submit(() -> {
            try {
                answer.complete(request());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static String request() {
        Schedule.pause();
        throw new UncheckedIOException(new ConnectException("connection refused"));
    }
}

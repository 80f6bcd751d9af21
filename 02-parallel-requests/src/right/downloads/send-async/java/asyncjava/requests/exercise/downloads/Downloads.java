package asyncjava.requests.exercise.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;

public final class Downloads {

    private Downloads() {}

    public static List<Outcome> download(List<URI> files, Path folder, Progress progress)
            throws IOException, InterruptedException, ExecutionException {
        Files.createDirectories(folder);
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        try {
            for (URI uri : files) {
                outcomes.add(download(client, uri, folder, progress));
            }
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).get();
            return outcomes.stream().map(CompletableFuture::join).toList();
        } finally {
            // Breaks off what is under way after an interrupt: each future then ends, and deletes its half file.
            client.shutdownNow();
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).join();
            client.close();
        }
    }

    private static CompletableFuture<Outcome> download(HttpClient client, URI uri, Path folder, Progress progress) {
        Path file = folder.resolve(Path.of(uri.getPath()).getFileName());
        Path part = folder.resolve("." + file.getFileName() + ".half");
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), info -> {
                    if (info.statusCode() != 200) {
                        return BodySubscribers.replacing(part);
                    }
                    long total =
                            info.headers().firstValueAsLong("Content-Length").orElse(-1);
                    return new Counting(
                            BodyHandlers.ofFile(part).apply(info), soFar -> progress.update(uri, soFar, total));
                })
                .thenApply(response -> saved(response, uri, file))
                .exceptionally(failure -> failed(uri, part, failure));
    }

    private static Outcome saved(HttpResponse<Path> response, URI uri, Path file) {
        try {
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            long bytes = Files.size(response.body());
            Files.move(response.body(), file, StandardCopyOption.ATOMIC_MOVE);
            return new Outcome.Saved(uri, file, bytes);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static Outcome failed(URI uri, Path part, Throwable failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return new Outcome.Failed(uri, failure);
    }

    private interface Told {
        void of(long soFar);
    }

    /// Counts what it hands on.
    private static final class Counting implements BodySubscriber<Path> {

        private final BodySubscriber<Path> to;
        private final Told told;
        private long soFar;

        Counting(BodySubscriber<Path> to, Told told) {
            this.to = to;
            this.told = told;
        }

        @Override
        public CompletionStage<Path> getBody() {
            return to.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            to.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            soFar += pieces.stream().mapToLong(ByteBuffer::remaining).sum();
            to.onNext(pieces);
            told.of(soFar);
        }

        @Override
        public void onError(Throwable failure) {
            to.onError(failure);
        }

        @Override
        public void onComplete() {
            to.onComplete();
        }
    }
}

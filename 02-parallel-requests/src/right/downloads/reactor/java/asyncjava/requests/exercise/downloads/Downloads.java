package asyncjava.requests.exercise.downloads;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

public final class Downloads {

    private Downloads() {}

    public static List<Outcome> download(List<URI> files, Path folder, Progress progress) throws IOException {
        Files.createDirectories(folder);
        return Flux.fromIterable(files)
                .flatMapSequential(uri -> download(uri, folder, progress))
                .collectList()
                .block();
    }

    private static Mono<Outcome> download(URI uri, Path folder, Progress progress) {
        Path file = folder.resolve(Path.of(uri.getPath()).getFileName());
        Path part = folder.resolve(file.getFileName() + ".part");
        Mono<Outcome> saved = Flux.usingWhen(
                        Mono.fromCallable(() -> Files.newOutputStream(part)),
                        out -> bytes(uri, out, progress),
                        out -> Mono.fromCallable(() -> close(out)))
                .takeLast(1)
                .next()
                .defaultIfEmpty(0L)
                .map(bytes -> moved(uri, part, file, bytes));
        return saved.onErrorResume(failure -> Mono.just(new Outcome.Failed(uri, failure)))
                .doFinally(_ -> delete(part));
    }

    /// How many bytes have been written so far, after each piece.
    private static Flux<Long> bytes(URI uri, OutputStream out, Progress progress) {
        AtomicLong soFar = new AtomicLong();
        return HttpClient.newConnection().get().uri(uri).response((response, body) -> {
            if (response.status().code() != 200) {
                return Flux.error(new IOException("status " + response.status().code()));
            }
            long total = Long.parseLong(response.responseHeaders().get("Content-Length", "-1"));
            // Writing blocks, which an event loop must not.
            return body.asByteArray().publishOn(Schedulers.boundedElastic(), 4).map(piece -> {
                write(out, piece);
                progress.update(uri, soFar.addAndGet(piece.length), total);
                return soFar.get();
            });
        });
    }

    private static void write(OutputStream out, byte[] piece) {
        try {
            out.write(piece);
        } catch (IOException e) {
            throw Exceptions.propagate(e);
        }
    }

    private static Outcome moved(URI uri, Path part, Path file, long bytes) {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new Outcome.Saved(uri, file, bytes);
        } catch (IOException e) {
            throw Exceptions.propagate(e);
        }
    }

    private static boolean close(OutputStream out) throws IOException {
        out.close();
        return true;
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw Exceptions.propagate(e);
        }
    }
}

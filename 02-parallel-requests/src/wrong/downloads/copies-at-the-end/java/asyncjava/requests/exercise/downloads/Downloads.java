package asyncjava.requests.exercise.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

public final class Downloads {

    private Downloads() {}

    public static List<Outcome> download(List<URI> files, Path folder, Progress progress)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> downloads = files.stream()
                    .<Callable<Outcome>>map(uri -> () -> download(client, uri, folder, progress))
                    .toList();
            // When it is interrupted itself, invokeAll interrupts them all.
            return executor.invokeAll(downloads).stream().map(Future::resultNow).toList();
        }
    }

    private static Outcome download(HttpClient client, URI uri, Path folder, Progress progress)
            throws InterruptedException {
        Path file = folder.resolve(Path.of(uri.getPath()).getFileName());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            // Closing the body before its end closes the connection.
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("status %d from %s".formatted(response.statusCode(), uri));
                }
                long total =
                        response.headers().firstValueAsLong("Content-Length").orElse(-1);
                long bytes = copy(body, part, soFar -> progress.update(uri, soFar, total));
                Files.copy(part, file, StandardCopyOption.REPLACE_EXISTING);
                return new Outcome.Saved(uri, file, bytes);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            return new Outcome.Failed(uri, e);
        }
    }

    private static long copy(InputStream body, Path part, LongConsumer progress) throws IOException {
        long soFar = 0;
        byte[] buffer = new byte[16_384];
        try (OutputStream out = Files.newOutputStream(part)) {
            for (int read; (read = body.read(buffer)) >= 0; ) {
                out.write(buffer, 0, read);
                soFar += read;
                progress.accept(soFar);
            }
        }
        return soFar;
    }
}

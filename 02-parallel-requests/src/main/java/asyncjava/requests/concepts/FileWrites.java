package asyncjava.requests.concepts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// asyncio has no files; `aiofiles` hands each call to a thread. In Java a virtual thread writes as any
/// other and blocks, and its carrier with it, which for a disk is short. `AsynchronousFileChannel` calls
/// back when it has written; on most systems that is a pool of threads, which block in your place.
///
/// Expect a file of three lines twice. The last one holds one line: whoever wrote it counted on the channel
/// to know its place.
///
/// Reach for `Files` on a virtual thread. Do not reach for `AsynchronousFileChannel` because it sounds
/// faster.
final class FileWrites {

    private FileWrites() {}

    static void main() throws ExecutionException, IOException, InterruptedException {
        List<String> lines = List.of("tea\n", "egg\n", "jam\n");
        try (TempFolder folder = TempFolder.create();
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Path file = folder.file("breakfast.txt");
            executor.submit(() -> blocking(file, lines)).get();
            IO.println("Files, on a virtual thread: " + Files.readAllLines(file));
            try (var channel = open(file)) {
                asynchronous(channel, lines).join();
            }
            IO.println("AsynchronousFileChannel:    " + Files.readAllLines(file));
            try (var channel = open(file)) {
                withoutAPlace(channel, lines).join();
            }
            IO.println("The mistake, no place:      " + Files.readAllLines(file));
        }
    }

    static Path blocking(Path file, List<String> lines) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (String line : lines) {
                out.write(line.getBytes(StandardCharsets.UTF_8)); // the thread stands here until it is written
            }
        }
        return file;
    }

    /// Begins each line when the one before is written, and where that has ended.
    static CompletableFuture<Long> asynchronous(AsynchronousFileChannel channel, List<String> lines) {
        var end = CompletableFuture.completedFuture(0L);
        for (String line : lines) {
            end = end.thenCompose(place -> write(StandardCharsets.UTF_8.encode(line), channel, place));
        }
        return end;
    }

    /// The mistake: such a channel has no place of its own, since several writes may be under way. Each
    /// line is written over the one before.
    static CompletableFuture<Long> withoutAPlace(AsynchronousFileChannel channel, List<String> lines) {
        var end = CompletableFuture.completedFuture(0L);
        for (String line : lines) {
            end = end.thenCompose(_ -> write(StandardCharsets.UTF_8.encode(line), channel, 0));
        }
        return end;
    }

    static AsynchronousFileChannel open(Path file) throws IOException {
        return AsynchronousFileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    // The channel may take less than it is given, and says how much.
    private static CompletableFuture<Long> write(ByteBuffer left, AsynchronousFileChannel channel, long place) {
        CompletableFuture<Integer> written = new CompletableFuture<>();
        channel.write(left, place, written, new Completing());
        return written.thenCompose(bytes -> left.hasRemaining()
                ? write(left, channel, place + bytes)
                : CompletableFuture.completedFuture(place + bytes));
    }

    private static final class Completing implements CompletionHandler<Integer, CompletableFuture<Integer>> {

        @Override
        public void completed(Integer bytes, CompletableFuture<Integer> written) {
            written.complete(bytes);
        }

        @Override
        public void failed(Throwable failure, CompletableFuture<Integer> written) {
            written.completeExceptionally(failure);
        }
    }
}

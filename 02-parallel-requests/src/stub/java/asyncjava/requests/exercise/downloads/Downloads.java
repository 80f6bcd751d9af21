package asyncjava.requests.exercise.downloads;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// Exercise 2.4, a file downloader.
///
/// Download all the files at once into a folder: each whole or not at all, with progress. Return what became of each,
/// in the order of the list.
///
///     sealed interface Outcome {
///         record Saved(URI uri, Path file, long bytes) implements Outcome {}
///         record Failed(URI uri, Throwable cause) implements Outcome {}
///     }
///     interface Progress {
///         void update(URI uri, long bytesSoFar, long total);
///     }
///
/// (They stand in `Outcome.java` and `Progress.java` beside the test, in the same package, so that there is nothing
/// to import.)
///
/// - A file's name is the last part of its URI's path; no two are the same. Make the folder where there is none.
/// - Write the bytes to the disk as they arrive, instead of gathering them in memory. A half file lies in that folder
///   too, under another name, or in a folder within it. When all its bytes are there, move it to its own name.
/// - A file of that name may be there already. It stays as it is until the new one, whole, takes its place in one step,
///   and it stays where the download fails.
/// - A status other than 200, or a connection that breaks, is a `Failed`. The cause says the status, in its message or
///   in that of one of its causes. Nothing of that file is left, and the others are saved all the same.
/// - Tell the progress while the bytes arrive, from any thread, but for one file one call after another. `bytesSoFar`
///   grows from call to call, `total` is the `Content-Length`, and for a file that is saved, unless it is empty, the last
///   call says that all of it is there.
/// - Where your own thread is interrupted while you wait, stop all downloads and throw. Files that were saved by then may
///   stay; half files may not.
/// - There may be no file in the list, or twenty. Ask for each once.
/// - Soon after you return or throw, no half file, no connection and no thread of yours is left. Reactor's shared
///   schedulers and event loops are not yours; a connection is.
///
/// Any style will do: virtual threads, `CompletableFuture`, a structured scope, Reactor Netty, plain threads.
public final class Downloads {

    private Downloads() {}

    public static List<Outcome> download(List<URI> files, Path folder, Progress progress) throws Exception {
        throw new UnsupportedOperationException("exercise 2.4 is not done yet");
    }
}

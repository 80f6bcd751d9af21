package asyncjava.scraper.concepts;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/// A page is copied from a connection to a file, and both are to be closed, however that ends. asyncio has
/// `async with`, and a class of one's own has `__aenter__` and `__aexit__` for it. Java has
/// try-with-resources and `AutoCloseable`; closing may block, and so there is no second kind of it. In
/// Reactor it is `usingWhen`, which closes when it is cancelled, too.
///
/// Expect the connection to be opened before the file and closed after it, whether the copying succeeds,
/// fails or is interrupted, and the same in Reactor. Then the file cannot be opened, and the connection is
/// closed all the same. In the end it stays open: nobody has got it who could close it.
///
/// Reach for it wherever there is something to give back. Do not open two things in one step: what is open
/// when the second one fails belongs to nobody yet.
final class Transfer implements AutoCloseable {

    private final Closeable connection;
    private final Closeable file;

    private Transfer(Closeable connection, Closeable file) {
        this.connection = connection;
        this.file = file;
    }

    static void main() {
        Opener disk = Transfer::printed;
        Opener fullDisk = name -> {
            if (name.equals("file")) {
                throw new IOException("the disk is full");
            }
            return printed(name);
        };
        show("A success", () -> copy(() -> open(disk), _ -> "copied"));
        show(
                "A failure",
                () -> copy(() -> open(disk), _ -> {
                    throw new IOException("the connection broke");
                }));
        show(
                "An interrupt",
                () -> copy(() -> open(disk), _ -> {
                    Thread.currentThread().interrupt();
                    Thread.sleep(1000);
                    return "not reached";
                }));
        show(
                "Mono.usingWhen",
                () -> String.valueOf(withReactor(disk, Mono.just("copied")).block()));
        show("A full disk", () -> copy(() -> open(fullDisk), _ -> "not reached"));
        show("The mistake, a full disk", () -> copy(() -> openInOneStep(fullDisk), _ -> "not reached"));
    }

    static Transfer open(Opener opener) throws IOException {
        Closeable connection = opener.open("connection");
        try {
            return new Transfer(connection, opener.open("file"));
        } catch (IOException | RuntimeException e) {
            try (connection) { // is closed here or never: whoever called has not got it
                throw e;
            }
        }
    }

    /// The mistake: when the file cannot be opened, the connection is open and nobody knows of it.
    static Transfer openInOneStep(Opener opener) throws IOException {
        return new Transfer(opener.open("connection"), opener.open("file"));
    }

    /// In reverse order, and the second also when closing the first fails.
    @Override
    public void close() throws IOException {
        try (connection) {
            file.close();
        }
    }

    static String copy(Callable<Transfer> opening, Copying copying) throws Exception {
        try (Transfer transfer = opening.call()) {
            return copying.copy(transfer);
        } // closed here, before anybody sees the answer or the exception
    }

    static <T> Mono<T> withReactor(Opener opener, Mono<T> copying) {
        return Mono.usingWhen(
                opened(opener, "connection"),
                _ -> Mono.usingWhen(opened(opener, "file"), _ -> copying, Transfer::closed),
                Transfer::closed);
    }

    private static Mono<Closeable> opened(Opener opener, String name) {
        return Mono.fromCallable(() -> opener.open(name));
    }

    private static Mono<Void> closed(Closeable resource) {
        return Mono.fromCallable(() -> {
                    resource.close();
                    return resource;
                })
                .then();
    }

    private static Closeable printed(String name) {
        IO.println("  open the " + name);
        return () -> IO.println("  close the " + name);
    }

    private static void show(String heading, Callable<String> copy) {
        IO.println(heading);
        try {
            IO.println("  " + copy.call());
        } catch (InterruptedException e) {
            IO.println("  interrupted");
        } catch (Exception e) {
            IO.println("  " + e);
        }
    }

    @FunctionalInterface
    interface Opener {
        Closeable open(String name) throws IOException;
    }

    @FunctionalInterface
    interface Copying {
        String copy(Transfer transfer) throws Exception;
    }
}

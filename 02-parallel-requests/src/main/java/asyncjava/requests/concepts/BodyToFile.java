package asyncjava.requests.concepts;

import asyncjava.site.PracticeSite;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/// A body arrives in pieces on a thread of Reactor Netty's, which carries many connections at once. Writing
/// to a disk blocks, and blocked it carries none of them: as with asyncio, where a plain `write` in a
/// coroutine stops the loop. `publishOn` takes the pieces to a thread that may block, and asks for no more
/// of them than it can keep.
///
/// Expect a file of a million bytes twice, and which threads wrote it: at first one of `boundedElastic`,
/// then, the mistake, one whose name begins with `reactor-http`.
///
/// Reach for `publishOn` before whatever blocks in a chain of Netty's. Do not begin a chain only to write a
/// file: on a virtual thread [Downloader] does the same with a loop.
final class BodyToFile {

    /// How many pieces may have arrived and not been written.
    private static final int AHEAD = 8;

    private BodyToFile() {}

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                Clients clients = Clients.warmedUp(site);
                TempFolder folder = TempFolder.create()) {
            URI uri = site.uri("/files/medium.bin");
            try (Noting out = new Noting(Files.newOutputStream(folder.file("elsewhere.bin")))) {
                write(clients.netty(), uri, out).block();
                IO.println("publishOn:   written on " + out.threads());
            }
            try (Noting out = new Noting(Files.newOutputStream(folder.file("on-the-loop.bin")))) {
                writeOnTheLoop(clients.netty(), uri, out).block();
                IO.println("the mistake: written on " + out.threads());
            }
            folder.listing().forEach(IO::println);
        }
    }

    static Mono<Void> write(HttpClient client, URI uri, OutputStream out) {
        return body(client, uri)
                .publishOn(Schedulers.boundedElastic(), AHEAD)
                .doOnNext(piece -> write(piece, out))
                .then();
    }

    /// The mistake: the disk is waited for by the thread that all the other connections need.
    static Mono<Void> writeOnTheLoop(HttpClient client, URI uri, OutputStream out) {
        return body(client, uri).doOnNext(piece -> write(piece, out)).then();
    }

    // Copied out of Netty's buffers, which are used again as soon as they are handed on.
    private static Flux<byte[]> body(HttpClient client, URI uri) {
        return client.get().uri(uri).response((_, body) -> body.asByteArray());
    }

    private static void write(byte[] piece, OutputStream out) {
        try {
            out.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes which threads write.
    static final class Noting extends FilterOutputStream {

        private final Set<String> threads = new ConcurrentSkipListSet<>();

        Noting(OutputStream out) {
            super(out);
        }

        Set<String> threads() {
            return threads;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            threads.add(Thread.currentThread().getName());
            out.write(bytes);
        }
    }
}

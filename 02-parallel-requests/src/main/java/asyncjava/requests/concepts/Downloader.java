package asyncjava.requests.concepts;

import asyncjava.site.PracticeSite;
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
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.LongConsumer;

/// A file is downloaded piece by piece, so that its size does not count, and connections break in the
/// middle. So it is written beside its place, and moved there in one step when it is whole: under its name
/// there is the whole file or none, whoever looks, and whenever. With `aiohttp` and `aiofiles` the steps
/// are the same, and `os.replace` is the last.
///
/// Expect a download with its progress. Then a connection that breaks in the middle: there is no file, and
/// nothing is left beside it. Written straight to its name, there is half a file that looks like any other.
///
/// Reach for it wherever somebody might find the file before it is whole, and be it yourself at the next
/// start. Do not keep the file beside in another folder: a move between disks is no single step.
final class Downloader {

    private Downloader() {}

    static void main() throws IOException, InterruptedException {
        try (PracticeSite site = PracticeSite.start();
                HttpClient client = HttpClient.newHttpClient();
                TempFolder folder = TempFolder.create()) {
            long[] shown = {0};
            download(client, site.uri("/files/medium.bin?over=500ms"), folder.file("whole.bin"), bytes -> {
                if (bytes >= shown[0] + 250_000) {
                    shown[0] = bytes;
                    IO.println("whole.bin: %,d bytes so far".formatted(bytes));
                }
            });
            try {
                download(client, site.uri("/cut/medium.bin"), folder.file("cut.bin"), _ -> {});
            } catch (IOException e) {
                IO.println("cut.bin: broken off, " + e.getMessage());
            }
            try {
                straightToItsName(client, site.uri("/cut/medium.bin"), folder.file("mistake.bin"));
            } catch (IOException e) {
                IO.println("mistake.bin: broken off, " + e.getMessage());
            }
            IO.println("The folder holds " + folder.listing());
        }
    }

    /// Ends with the whole file in its place, or throws and leaves what was there.
    ///
    /// @param progress is told after each piece how many bytes have come so far
    static void download(HttpClient client, URI uri, Path file, LongConsumer progress)
            throws IOException, InterruptedException {
        Path beside = file.resolveSibling("." + UUID.randomUUID() + ".part");
        var response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) { // closed before its end, it closes the connection
            if (response.statusCode() != 200) {
                throw new IOException("status %d for %s".formatted(response.statusCode(), uri.getPath()));
            }
            try (OutputStream out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW)) {
                copy(body, out, progress);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void copy(InputStream body, OutputStream out, LongConsumer progress) throws IOException {
        byte[] buffer = new byte[16_384];
        long soFar = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            out.write(buffer, 0, read);
            soFar += read;
            progress.accept(soFar);
        }
    }

    /// The mistake: what has come so far stands under the file's name, and stays there. The page that says
    /// 404 does, too.
    static HttpResponse<Path> straightToItsName(HttpClient client, URI uri, Path file)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofFile(file));
    }
}

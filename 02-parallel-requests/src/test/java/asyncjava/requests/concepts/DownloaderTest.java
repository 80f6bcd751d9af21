package asyncjava.requests.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DownloaderTest extends SiteTest {

    private static final long SIZE = 1_000_000;
    private static final long HALF = SIZE / 2;

    private final List<Long> progress = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void theFileHasItsNameWhenItIsWholeAndNotBefore() throws IOException, InterruptedException {
        Gate rest = hold("medium.bin");
        try (Caller<Path> caller = downloading("/half/medium.bin")) {
            await().until(() -> progress.contains(HALF));
            assertThat(file()).doesNotExist();
            rest.open();

            assertThat(caller.result()).hasBinaryContent(bytesOf("/files/medium.bin"));
            assertThat(progress).isSorted().endsWith(SIZE);
            assertThat(folder).isDirectoryContaining(file()::equals);
            assertThat(namesIn(folder)).containsExactly("file.bin");
        }
    }

    @Test
    void aConnectionThatBreaksLeavesWhatWasThereAndNothingBeside() throws IOException {
        Files.writeString(file(), "an older one");

        assertThatThrownBy(
                        () -> Downloader.download(clients.http(), site.uri("/cut/medium.bin"), file(), progress::add))
                .isInstanceOf(IOException.class);

        assertThat(file()).hasContent("an older one");
        assertThat(namesIn(folder)).containsExactly("file.bin");
    }

    @Test
    void aPageThatSaysNoIsNoFile() throws IOException {
        assertThatThrownBy(
                        () -> Downloader.download(clients.http(), site.uri("/files/none.bin"), file(), progress::add))
                .hasMessage("status 404 for /files/none.bin");

        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void anInterruptEndsTheRequestAndLeavesNothing() throws IOException, InterruptedException {
        Gate rest = hold("medium.bin");
        try (Caller<Path> caller = downloading("/half/medium.bin")) {
            await().until(() -> progress.contains(HALF));
            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(IOException.class);
            rest.awaitEmpty();
            assertThat(rest.cancelled()).isOne();
        }
        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void straightToItsNameHalfAFileIsThereForAllToSeeAndStays() throws IOException, InterruptedException {
        hold("medium.bin");
        try (Caller<?> caller =
                Caller.of(() -> Downloader.straightToItsName(clients.http(), site.uri("/half/medium.bin"), file()))) {
            await().until(() -> Files.exists(file()) && Files.size(file()) == HALF);
            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
        }
        assertThat(file()).hasSize(HALF);
    }

    private Caller<Path> downloading(String path) {
        return Caller.of(() -> {
            Downloader.download(clients.http(), site.uri(path), file(), progress::add);
            return file();
        });
    }

    private Path file() {
        return folder.resolve("file.bin");
    }

    private static List<String> namesIn(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        return names;
    }

    private byte[] bytesOf(String path) throws IOException, InterruptedException {
        return clients.http()
                .send(HttpRequest.newBuilder(site.uri(path)).build(), BodyHandlers.ofByteArray())
                .body();
    }
}

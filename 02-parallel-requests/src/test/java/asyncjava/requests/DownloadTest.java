package asyncjava.requests;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.common.timeline.Timeline;
import asyncjava.requests.Result.Failed;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each file is whole or not there, in whichever style it came.
@LeavesNoThreadBehind
@Timeout(120)
final class DownloadTest {

    @TempDir
    private Path folder;

    private final Gate gate = Gate.closed();
    private PracticeSite site;
    private Sums sums;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        site = PracticeSite.start();
        sums = Sums.read(site.uri("/files/SHA256SUMS").toString());
        site.hold("medium.bin", gate.mono());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void filesComeWholeAndWithTheirOwnContent(Style style) throws IOException, InterruptedException {
        List<Result> results = download(style, sums, "/files/medium.bin", "/files/empty.bin", "/files/picture-1.bin");

        assertThat(results).allMatch(Result::isOk);
        assertThat(names()).containsExactlyInAnyOrder("medium.bin", "empty.bin", "picture-1.bin");
        assertThat(folder.resolve("medium.bin")).hasSize(1_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatComesOnlyHalfIsNotThereAndLeavesTheOneThatWas(Style style) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("medium.bin"), "the one before");

        List<Result> results = download(style, sums, "/cut/medium.bin", "/cut/large.bin", "/files/small.bin");

        assertThat(results).extracting(Result::isOk).containsExactly(false, false, true);
        assertThat(names()).containsExactlyInAnyOrder("medium.bin", "small.bin");
        assertThat(folder.resolve("medium.bin")).hasContent("the one before");
    }

    @ParameterizedTest
    @EnumSource
    void whileAFileIsOnItsWayItIsNotThereAndAnInterruptLeavesNothing(Style style)
            throws IOException, InterruptedException {
        try (Caller<List<Result>> caller = Caller.of(() -> download(style, sums, "/half/medium.bin"))) {
            gate.awaitInside(1);
            assertThat(names()).doesNotContain("medium.bin"); // perhaps there is the part of it that has come

            caller.interrupt();

            assertThat(caller.failure()).isInstanceOf(InterruptedException.class);
            assertThat(names()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNotTheOneThatWasPromisedIsNotKept(Style style) throws IOException, InterruptedException {
        Sums others = Sums.parse("%s  small.bin".formatted("0".repeat(64)));

        List<Result> results = download(style, others, "/files/small.bin");

        assertThat(((Failed) results.getFirst()).reason())
                .startsWith("not the file that was promised: its SHA-256 is ");
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anErrorPageIsNotTheFile(Style style) throws IOException, InterruptedException {
        download(style, Sums.NONE, "/status/500", "/status/404");

        assertThat(names()).isEmpty();
    }

    @Test
    void filesOfTheSameNameAreToldApart() throws IOException, InterruptedException {
        download(Style.VIRTUAL, Sums.NONE, "/files/tiny.bin", "/files/tiny.bin?again", "/files/TINY.bin", "/delay/1");

        assertThat(names()).containsExactlyInAnyOrder("tiny.bin", "tiny-2.bin", "1");
    }

    @Test
    void aFolderThatCannotBeWrittenToFailsTheFileInWords() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("tiny.bin"));
        Files.writeString(folder.resolve("tiny.bin/in-the-way"), "a folder that is not empty");

        List<Result> results = download(Style.VIRTUAL, Sums.NONE, "/files/tiny.bin", "/files/small.bin");

        assertThat(((Failed) results.getFirst()).reason()).contains("tiny.bin cannot be written");
        assertThat(names()).containsExactlyInAnyOrder("tiny.bin", "small.bin");
    }

    @Test
    void whatAKilledDownloadHasLeftIsClearedAwayAndThatOfALiveOneIsNot() throws IOException {
        Path dead = Files.writeString(folder.resolve(".large.bin.%d-0a.part".formatted(999_999_999_999L)), "half");
        Path alive = Files.writeString(
                folder.resolve(".large.bin.%d-0a.part"
                        .formatted(ProcessHandle.current().pid())),
                "half");

        DownloadFolder.open(folder, Sums.NONE, Progress.NONE);

        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://host/a/b.txt          | b.txt
            http://host/a/b.txt?c=d#e    | b.txt
            http://host/a%20b.txt        | a b.txt
            http://host/..%2F..%2Fpasswd | passwd
            http://host/%2e%2e           | index.html
            http://host/a%5C..%5Cb       | a_.._b
            http://host/                 | index.html
            http://host/a.%20.           | a
            http://host/nul.txt          | _nul.txt
            http://host                  | index.html
            """)
    void aNameCannotLeadOutOfTheFolder(String url, String name) {
        assertThat(DownloadFolder.name(URI.create(url))).isEqualTo(name);
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        URI uri = URI.create("http://host/" + "%F0%9F%8D%B5".repeat(50));

        assertThat(DownloadFolder.name(uri)).isEqualTo("🍵".repeat(37));
    }

    @Test
    void whatTheSumsDoNotNameIsSavedAndSaid() throws IOException {
        DownloadFolder files = DownloadFolder.open(folder, sums, Progress.NONE);
        var _ = files.place(site.uri("/files/tiny.bin"));
        var _ = files.place(site.uri("/delay/1"));

        assertThat(files.unchecked()).containsExactly("1");
    }

    private List<Result> download(Style style, Sums sums, String... paths) throws IOException, InterruptedException {
        DownloadFolder files = DownloadFolder.open(folder, sums, Progress.NONE);
        Timeline timeline = Timeline.start();
        try (Fetcher fetcher = style.open(new Limits(10, Duration.ofMinutes(1)))) {
            return fetcher.fetchAll(Stream.of(paths)
                    .map(site::uri)
                    .map(uri -> new Request(uri.getPath(), uri, files.place(uri), timeline))
                    .toList());
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}

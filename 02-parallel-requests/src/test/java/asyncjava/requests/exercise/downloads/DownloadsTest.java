package asyncjava.requests.exercise.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.requests.exercise.GatedSite;
import asyncjava.requests.exercise.StatusSaid;
import asyncjava.requests.exercise.downloads.Outcome.Failed;
import asyncjava.requests.exercise.downloads.Outcome.Saved;
import asyncjava.site.PracticeSite;
import asyncjava.testkit.Caller;
import asyncjava.testkit.Exercise;
import asyncjava.testkit.Gate;
import asyncjava.testkit.LeavesNoThreadBehind;
import asyncjava.testkit.OtherThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Judged by gates: the site sends half of a file, and the rest when the test says so. It also says which
/// connections are open. What should not happen is given time until all threads are at rest.
@Exercise
final class DownloadsTest {

    private static final OtherThreads OTHERS = OtherThreads.watch();

    private static final String OLD = "what was here before";
    private static final long HALF_OF_MEDIUM = 507_904;

    private final PracticeSite site = PracticeSite.start();
    private final Gate held = Gate.closed();
    private final RecordedProgress progress = new RecordedProgress();

    @TempDir
    private Path temporary;

    private Path folder;

    DownloadsTest() throws IOException {}

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("downloads"));
    }

    @AfterEach
    void stop() {
        held.open();
        site.close();
    }

    @Test
    @Order(1)
    void aFileIsSavedWithItsBytes() throws InterruptedException {
        URI uri = site.uri("/files/medium.bin");
        List<Outcome> outcomes = download(uri);

        assertThat(outcomes)
                .withFailMessage("""
                        Expected one outcome,
                          %s
                        but you returned
                        %s""", saved(uri, 1_000_000), lines(outcomes))
                .containsExactly(saved(uri, 1_000_000));
        isWhole("medium.bin");
    }

    @Test
    @Order(2)
    void theFolderIsMadeWhereThereIsNone() throws InterruptedException {
        folder = temporary.resolve("not/yet/there");
        URI uri = site.uri("/files/small.bin");
        List<Outcome> outcomes = download(uri);

        assertThat(outcomes).withFailMessage("""
                        The folder is not there yet, nor the one that it is to lie in. Expected it to be made, and the file to be
                        saved, but you returned
                        %s
                        Files.createDirectories makes a folder with all that it lies in, and is content where it is there.""", lines(outcomes)).containsExactly(saved(uri, 10_000));
    }

    @Test
    @Order(3)
    void theNameIsTheLastPartOfThePath() throws InterruptedException {
        URI uri = site.uri("/files/small.bin?version=2&of=a/b");
        List<Outcome> outcomes = download(uri);

        assertThat(outcomes)
                .withFailMessage("""
                        %s was downloaded. Expected the outcome
                          %s
                        but it was
                        %s
                        The query is no part of the path: uri.getPath() is without it.""", uri, saved(uri, 10_000), lines(outcomes))
                .containsExactly(saved(uri, 10_000));
    }

    @Test
    @Order(4)
    void eachFileIsAskedForOnce() throws InterruptedException {
        download(site.uri("/files/small.bin"), site.uri("/files/tiny.bin"));

        assertThat(site.account().requests())
                .withFailMessage("""
                        Expected 2 requests for 2 files, but the site saw %d.
                        Do not ask how long a file is before you download it: the answer's header says so.""", site.account().requests())
                .isEqualTo(2);
    }

    @Test
    @Order(5)
    void twentyDownloadsAreUnderWayAtOnce() throws InterruptedException {
        List<URI> uris = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> held("/held/", "page-" + i))
                .toList();
        try (var caller = callerOf(uris)) {
            held.awaitInside(20);
            held.open();
            caller.result("All 20 files have been sent: what does it still wait for?");
        }
    }

    @Test
    @Order(6)
    void theOutcomesAreInTheOrderOfTheList() throws InterruptedException {
        Gate first = Gate.closed();
        URI late = held("/half/", "picture-1.bin", first);
        URI missing = URI.create(held("/held/", "missing") + "?status=404");
        URI early = held("/half/", "picture-2.bin");
        try (var caller = callerOf(List.of(late, missing, early))) {
            first.awaitInside(1);
            held.awaitInside(2);
            held.open();
            letEverybodyRest();
            first.open();
            List<Outcome> outcomes = caller.result("All files have been sent: what does it still wait for?", """
                    A file that fails is an outcome too, and the others are to be saved.""");

            assertThat(outcomes.stream().map(Outcome::uri).toList())
                    .withFailMessage("""
                            Expected an outcome for each of these, in this order:
                              %s
                              %s
                              %s
                            but you returned
                            %s
                            The first came last, and the second failed. Collect the outcomes in the order in which you were asked,
                            not in that of their arrival, and a failure in its place among them.""", late, missing, early, lines(outcomes))
                    .containsExactly(late, missing, early);
        }
    }

    @Test
    @Order(7)
    void filesOfAnySizeAtOnceAreEachWhole() throws InterruptedException {
        List<String> names = Stream.concat(
                        Stream.of("tiny.bin", "small.bin", "medium.bin"),
                        IntStream.rangeClosed(1, 9).mapToObj("picture-%d.bin"::formatted))
                .toList();
        List<URI> uris =
                new ArrayList<>(names.stream().map(name -> held("/half/", name)).toList());
        uris.add(site.uri("/files/empty.bin"));
        try (var caller = callerOf(uris)) {
            held.awaitInside(names.size());
            letEverybodyRest();
            held.open();
            List<Outcome> outcomes = caller.result("All files have been sent: what does it still wait for?");

            assertThat(outcomes)
                    .withFailMessage("Expected all files to be saved, but you returned\n%s", lines(outcomes))
                    .hasSize(uris.size())
                    .hasOnlyElementsOfType(Saved.class);
        }
        for (String name : names) {
            isWhole(name);
        }
        isWhole("empty.bin");
        onlyTheseAreLeft(uris.stream().map(DownloadsTest::nameOf).toArray(String[]::new));
    }

    @Test
    @Order(8)
    void theProgressIsToldWhileTheBytesArrive() throws InterruptedException {
        URI uri = held("/half/", "medium.bin");
        try (var caller = callerOf(List.of(uri))) {
            held.awaitInside(1);
            becomesTrue(() -> progress.bytes(uri) > 0, () -> """
                    The site has sent %d of 1000000 bytes and holds back the rest. Expected the progress to have been told of
                    some of them, but it was told %s.
                    Whoever waits for the whole body, as BodyHandlers.ofByteArray() and responseSingle() do, has nothing to
                    tell meanwhile. Tell of each piece as it comes.""".formatted(HALF_OF_MEDIUM, progress.inWords(uri)));
            held.open();
            caller.result();
        }
    }

    @Test
    @Order(9)
    void theBytesAreWrittenAsTheyArrive() throws InterruptedException {
        URI uri = held("/half/", "medium.bin");
        try (var caller = callerOf(List.of(uri))) {
            held.awaitInside(1);
            becomesTrue(() -> bytesInFolder() > 0, () -> """
                    The site has sent %d of 1000000 bytes and holds back the rest. Expected some of them to lie in the folder,
                    but it holds %s, and none of them.
                    Whoever gathers a file in memory needs as much memory as all files are large. Write each piece as it comes;
                    and not to another folder, which may lie on another disk, from where no file can be moved in one step.""".formatted(HALF_OF_MEDIUM, contents()));
            held.open();
            caller.result();
        }
    }

    @Test
    @Order(10)
    void noFileIsUnderItsNameBeforeItIsWhole() throws InterruptedException {
        URI uri = held("/half/", "medium.bin");
        try (var caller = callerOf(List.of(uri))) {
            held.awaitInside(1);
            letEverybodyRest();

            assertThat(folder.resolve("medium.bin"))
                    .withFailMessage("""
                            The site has sent half of medium.bin and holds back the rest. Expected no file of that name yet, but the
                            folder holds %s.
                            Whoever looks in now takes half a file for the whole. Write to another name, such as medium.bin.part, and
                            move that when all of it is there.""", contents())
                    .doesNotExist();
            held.open();
            caller.result();
        }
        isWhole("medium.bin");
        onlyTheseAreLeft("medium.bin");
    }

    @Test
    @Order(11)
    void theWholeFileTakesItsNameInOneStep() throws IOException, InterruptedException {
        URI uri = held("/half/", "medium.bin");
        Set<Object> keysOfHalves = new HashSet<>();
        try (var caller = callerOf(List.of(uri))) {
            held.awaitInside(1);
            letEverybodyRest();
            for (Path file : inFolder().filter(Files::isRegularFile).toList()) {
                keysOfHalves.add(key(file));
            }
            held.open();
            caller.result();
        }
        assertThat(keysOfHalves).withFailMessage("""
                        medium.bin is whole, but it is not the very file that its bytes were written to while they arrived: that one
                        was copied. Whoever looks in meanwhile finds half a copy.
                        Files.move, within one folder, only gives another name to the file that is there, in one step.""").contains(key(folder.resolve("medium.bin")));
    }

    /// What stays the same when a file gets another name; null where the system has no such thing.
    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    @Test
    @Order(12)
    void theProgressGrowsUpToTheSize() throws InterruptedException {
        List<URI> uris = List.of(
                held("/half/", "picture-1.bin"), held("/half/", "picture-2.bin"), held("/half/", "picture-3.bin"));
        try (var caller = callerOf(uris)) {
            held.awaitInside(3);
            letEverybodyRest();
            held.open();
            caller.result();
        }
        for (int i = 0; i < uris.size(); i++) {
            URI uri = uris.get(i);
            long size = 250_000 + i * 50_000L;
            assertThat(progress.growsFor(uri) && progress.bytes(uri) == size && progress.hasTotal(uri, size))
                    .withFailMessage("""
                            %s has %d bytes, and two other files came at the same time. Expected its progress to grow from call to
                            call, up to %d of %d. But it was told
                              %s
                            bytesSoFar is a sum, one for each file, and not the size of a piece. total is what the header
                            Content-Length says, and the last call comes when all of it is there.""", uri, size, size, size, progress.inWords(uri))
                    .isTrue();
        }
        assertThat(progress.wasToldTwoAtOnce()).withFailMessage("""
                        The progress was told of one file by two threads at once. Tell of one piece after another: whoever draws
                        the progress may not bear two calls at once, and their order says how far it is.""").isFalse();
    }

    @Test
    @Order(13)
    void anErrorIsNotSavedAsTheFile() throws InterruptedException {
        URI missing = site.uri("/status/404");
        URI broken = site.uri("/status/503");
        URI created = site.uri("/status/201");
        URI picture = site.uri("/files/picture-1.bin");
        List<Outcome> outcomes = download(missing, broken, created, picture);

        failedWithStatus("404", outcomes, missing);
        failedWithStatus("503", outcomes, broken);
        failedWithStatus("201", outcomes, created);
        assertThat(outcomes).contains(saved(picture, 250_000));
        onlyTheseAreLeft("picture-1.bin");
    }

    @Test
    @Order(14)
    void whatHasFailedIsNotTriedAgain() throws InterruptedException {
        download(site.uri("/files/small.bin"), site.uri("/status/500"));

        assertThat(site.account().requests("/status/500"))
                .withFailMessage("""
                        The site answered with status 500. Expected one request for that file, but there were %d.
                        Whether it is worth trying again is for your caller to say.""", site.account().requests("/status/500"))
                .isEqualTo(1);
    }

    private static void failedWithStatus(String status, List<Outcome> outcomes, URI uri) {
        failed("answered with status " + status, outcomes, uri);
        Throwable cause = cause(outcomes, uri);
        assertThat(causes(cause).anyMatch(StatusSaid.sayingBesideThePath(status)))
                .withFailMessage(
                        """
                        %s answered with status %s. Expected the cause of its failure to say so, but it was
                          %s
                        Put the status into the message.""",
                        uri, status, causes(cause).map(Object::toString).collect(Collectors.joining("\n  caused by ")))
                .isTrue();
    }

    @Test
    @Order(15)
    void aConnectionThatBreaksSpoilsNoOtherFile() throws InterruptedException {
        URI cut = site.uri("/cut/medium.bin");
        URI reset = site.uri("/reset");
        URI picture = held("/half/", "picture-1.bin");
        try (var caller = callerOf(List.of(cut, reset, picture))) {
            held.awaitInside(1);
            letEverybodyRest();
            held.open();
            List<Outcome> outcomes =
                    caller.result("All files have been sent, or have failed: what does it still wait for?", """
                    A connection broke. That is a Failed, and costs no other file its download.""");

            failed("broke off half-way", outcomes, cut);
            failed("broke off before its answer", outcomes, reset);
            assertThat(outcomes).withFailMessage("""
                            Two other downloads broke off. Expected picture-1.bin to be saved all the same, but you returned
                            %s""", lines(outcomes)).contains(saved(picture, 250_000));
        }
        onlyTheseAreLeft("picture-1.bin");
    }

    private static void failed(String what, List<Outcome> outcomes, URI uri) {
        assertThat(outcomes)
                .withFailMessage("""
                        %s %s. Expected a Failed for it, but you returned
                        %s
                        An error has a body too, and so has half an answer: neither is the file. Look at the status before you
                        save anything.""", uri, what, lines(outcomes))
                .anyMatch(outcome -> outcome.uri().equals(uri) && outcome instanceof Failed);
    }

    @Test
    @Order(16)
    void anOlderFileStaysUntilTheNewOneIsWhole() throws IOException, InterruptedException {
        Path older = Files.writeString(folder.resolve("picture-1.bin"), OLD);
        URI uri = held("/half/", "picture-1.bin");
        try (var caller = callerOf(List.of(uri))) {
            held.awaitInside(1);
            letEverybodyRest();
            isOld(older, "half of the new one has arrived");
            held.open();
            List<Outcome> outcomes = caller.result("The file has been sent: what does it still wait for?");

            assertThat(outcomes).withFailMessage("""
                            There is an older file of the same name. Expected the new one to be saved in its place, but you
                            returned
                            %s
                            Files.move refuses to replace a file unless it is told REPLACE_EXISTING or ATOMIC_MOVE. Deleting the
                            older one first leaves a moment without either.""", lines(outcomes)).containsExactly(saved(uri, 250_000));
        }
        isWhole("picture-1.bin");
    }

    @Test
    @Order(17)
    void anOlderFileStaysWhereTheDownloadFails() throws IOException, InterruptedException {
        Path older = Files.writeString(folder.resolve("medium.bin"), OLD);
        Path page = Files.writeString(folder.resolve("503"), OLD);
        List<Outcome> outcomes = download(site.uri("/cut/medium.bin"), site.uri("/status/503"));

        assertThat(outcomes).hasOnlyElementsOfType(Failed.class);
        isOld(older, "the connection of the new one broke");
        isOld(page, "the site answered with status 503");
    }

    private void isOld(Path file, String when) throws IOException {
        assertThat(Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : null)
                .withFailMessage("""
                        There was an older file of the same name, and then %s.
                        Expected the older file to be as it was, but the folder holds %s.
                        Do not open, cut or delete the older file: it stays until a whole one is moved onto it.""", when, contents())
                .isEqualTo(OLD);
    }

    @Test
    @Order(18)
    void noFilesGiveNoOutcomes() throws InterruptedException {
        List<Outcome> outcomes = download();

        assertThat(outcomes)
                .withFailMessage("Expected an empty list where there is no file, but you returned %s.", outcomes)
                .isNotNull()
                .isEmpty();
    }

    @Test
    @Order(19)
    void anInterruptStopsAllDownloads() throws InterruptedException {
        try (var caller =
                callerOf(List.of(held("/half/", "medium.bin"), site.uri("/files/small.bin"), held("/held/", "page")))) {
            held.awaitInside(2);
            letEverybodyRest();
            caller.interrupt();

            caller.failure("""
                    The thread that waits there was interrupted, and goes on waiting. An interrupt asks it to give up: do not
                    catch the InterruptedException in order to wait again. And join() of a CompletableFuture does not hear an
                    interrupt at all; get() does.""", """
                    The thread was interrupted, which asks it to give up. Not all files are there: throw, so that the caller
                    knows.""");
            try {
                held.awaitEmpty();
            } catch (AssertionError e) {
                throw new AssertionError("""
                        The thread that waited was interrupted, and the call threw. Expected its downloads to be stopped, but %d of
                        2 still have their connection. Stop each of them: interrupt its thread, cancel(true) the future that
                        sendAsync returned, or dispose of its subscription. Neither cancel(false) reaches a download, nor
                        cancel(true) of a future that supplyAsync returned.""".formatted(held.inside()), e);
            }
        }
        becomesTrue(() -> whole("small.bin").containsAll(files()), () -> """
                The thread that waited was interrupted. Expected no half file to be left in the folder, but it holds %s.
                What cleans up after a failure has to do so after an interrupt too: a finally block does both.""".formatted(contents()));
    }

    @Test
    @Order(20)
    void noConnectionIsLeft() throws InterruptedException {
        noConnectionIsLeft(
                () -> download(site.uri("/files/small.bin"), site.uri("/files/picture-1.bin")),
                "two files have been saved");
        noConnectionIsLeft(
                () -> download(site.uri("/status/500"), site.uri("/cut/medium.bin"), site.uri("/files/tiny.bin")),
                "one file has been saved and two have failed");
    }

    @Test
    @Order(21)
    void noConnectionIsLeftAfterAnInterrupt() throws InterruptedException {
        noConnectionIsLeft(this::interrupted, "one file has been saved, and an interrupt has ended the other");
    }

    private void interrupted() throws InterruptedException {
        try (var caller = callerOf(List.of(site.uri("/files/small.bin"), held("/half/", "medium.bin")))) {
            held.awaitInside(1);
            letEverybodyRest();
            caller.interrupt();
            caller.failure();
        }
    }

    private void noConnectionIsLeft(GatedSite.Step step, String when) throws InterruptedException {
        int left = GatedSite.connectionsLeftBy(step, site.account());
        assertThat(left).withFailMessage("""
                Expected no connection to be open when %s, but the site still has %d.
                A client keeps its connections for the next request. Close it: an HttpClient of java.net.http with close(), as
                try-with-resources does, one of Reactor Netty by disposing of a ConnectionProvider of its own, or with
                newConnection(), which keeps none. And whoever takes a body as a stream reads it to its end or closes it.""", when, left).isZero();
    }

    @Test
    @Order(22)
    @LeavesNoThreadBehind
    void noThreadIsLeft() throws InterruptedException {
        download(site.uri("/files/small.bin"), site.uri("/status/500"), site.uri("/cut/medium.bin"));
    }

    @Test
    @Order(23)
    @LeavesNoThreadBehind
    void noThreadIsLeftAfterAnInterrupt() throws InterruptedException {
        try (var caller = callerOf(List.of(held("/half/", "medium.bin"), held("/held/", "page")))) {
            held.awaitInside(2);
            caller.interrupt();
            caller.failure();
        }
    }

    /// A file whose rest, or whole, comes when the test opens a gate.
    private URI held(String path, String name) {
        return held(path, name, held);
    }

    private URI held(String path, String name, Gate gate) {
        site.hold(name, gate.mono());
        return site.uri(path + name);
    }

    private Caller<List<Outcome>> callerOf(List<URI> uris) {
        return Caller.of(() -> Downloads.download(uris, folder, progress));
    }

    private List<Outcome> download(URI... uris) throws InterruptedException {
        try (var caller = callerOf(List.of(uris))) {
            return caller.result("All files have been sent, or have failed: what does it still wait for?");
        }
    }

    private Saved saved(URI uri, long bytes) {
        return new Saved(uri, folder.resolve(nameOf(uri)), bytes);
    }

    private static String nameOf(URI uri) {
        return uri.getPath().replaceFirst(".*/", "");
    }

    private static Throwable cause(List<Outcome> outcomes, URI uri) {
        return outcomes.stream()
                .filter(outcome -> outcome.uri().equals(uri))
                .map(outcome -> ((Failed) outcome).cause())
                .findFirst()
                .orElseThrow();
    }

    private static String lines(List<Outcome> outcomes) {
        return outcomes == null || outcomes.isEmpty()
                ? "  " + outcomes
                : outcomes.stream().map(outcome -> "  " + outcome).collect(Collectors.joining("\n"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /// That a file has the bytes that the site says it has.
    private void isWhole(String name) {
        assertThat(whole(name)).withFailMessage("""
                        Expected %s to have the bytes that the site sent, but it has not. The folder holds
                        %s.
                        A read fills the buffer in part: write as many bytes as were read, from its beginning. And two
                        downloads need two files to write to.""", name, contents()).containsExactly(name);
    }

    /// The name where the file of that name is whole, nothing otherwise.
    private List<String> whole(String name) {
        String line = "%s  %s".formatted(sumOf(folder.resolve(name)), name);
        return sums().contains(line) ? List.of(name) : List.of();
    }

    private List<String> sums() {
        try (var in = site.uri("/files/SHA256SUMS").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sumOf(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchFileException e) {
            return "no such file";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void onlyTheseAreLeft(String... names) throws InterruptedException {
        List<String> expected = Stream.of(names).sorted().toList();
        becomesTrue(() -> files().equals(expected), () ->
                """
                Expected the folder to hold %s and nothing else, but it holds %s.
                What was not saved has to be cleared away, however the download ends: in a finally block, for instance.""".formatted(expected.size() == 1 ? expected.getFirst() : expected, contents()));
    }

    /// The files in the folder and those within it, by their names there.
    private List<String> files() {
        return inFolder()
                .filter(Files::isRegularFile)
                .map(file -> folder.relativize(file).toString())
                .sorted()
                .toList();
    }

    private String contents() {
        List<String> files = inFolder()
                .filter(Files::isRegularFile)
                .map(file -> "%s (%d bytes)".formatted(folder.relativize(file), size(file)))
                .sorted()
                .toList();
        return files.isEmpty() ? "no file" : String.join(", ", files);
    }

    private long bytesInFolder() {
        return inFolder()
                .filter(Files::isRegularFile)
                .mapToLong(DownloadsTest::size)
                .sum();
    }

    private Stream<Path> inFolder() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        } catch (UncheckedIOException e) {
            return inFolder(); // something went away meanwhile
        } catch (IOException e) {
            return Stream.of(); // there is no such folder
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // gone meanwhile
        }
    }

    private static void becomesTrue(BooleanSupplier condition, Supplier<String> message) throws InterruptedException {
        if (!GatedSite.becomesTrue(condition)) {
            throw new AssertionError(message.get());
        }
    }

    /// Returns when nothing more happens by itself.
    private static void letEverybodyRest() throws InterruptedException {
        OTHERS.awaitRest();
    }
}

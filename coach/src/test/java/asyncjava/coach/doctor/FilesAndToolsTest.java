package asyncjava.coach.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.doctor.Finding.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class FilesAndToolsTest {

    private static final Duration LONG = Duration.ofSeconds(50);

    @TempDir
    private Path temp;

    @Test
    void thisJdkCompiles() throws IOException {
        Finding finding = new JdkProbe("").look();

        assertThat(finding.status()).as(finding.inOneLine()).isEqualTo(Status.FINE);
        assertThat(finding.found()).contains(System.getProperty("java.home"), "25");
    }

    @Test
    void anotherJavaHomeIsNoted() throws IOException {
        assertThat(new JdkProbe(System.getProperty("java.home")).look().status())
                .isEqualTo(Status.FINE);

        assertThat(new JdkProbe(temp.toString()).look().inOneLine())
                .startsWith("JDK, note: ")
                .contains("JAVA_HOME is another one: " + temp);
    }

    @Test
    void mavenIsDownloadedWhenItIsNotHere() throws IOException {
        wrapper();

        assertThat(maven().inOneLine())
                .startsWith("Maven, note: apache-maven-3.9.16 is not here yet.")
                .contains("from repo.example.org.");
    }

    @Test
    void mavenIsFoundWhereTheWrapperKeepsIt() throws IOException {
        wrapper();
        Path kept = temp.resolve("m2/wrapper/dists/apache-maven-3.9.16/56ba1f9f");
        Files.createDirectories(kept.resolve("lib"));
        Files.createDirectories(kept.resolve("bin"));
        Files.createFile(kept.resolve("bin/mvn"));

        assertThat(maven().inOneLine()).startsWith("Maven, fine: apache-maven-3.9.16, in " + kept);
    }

    @Test
    void aMavenThatWasCutOffStopsEveryBuild() throws IOException {
        wrapper();
        Files.createDirectories(temp.resolve("m2/wrapper/dists/apache-maven-3.9.16/56ba1f9f"));

        assertThat(maven().inOneLine()).startsWith("Maven, PROBLEM: ").contains("Delete that folder");
    }

    @Test
    void aCourseWithoutItsWrapperCannotBeBuilt() throws IOException {
        assertThat(maven().inOneLine()).startsWith("Maven, PROBLEM: The wrapper is incomplete");
    }

    @Test
    void theRepositoryIsWhereMavenWouldLook() throws IOException {
        assertThat(repository(Map.of())).isEqualTo(temp.resolve(".m2/repository"));

        Files.createDirectories(temp.resolve(".m2"));
        Files.writeString(
                temp.resolve(".m2/settings.xml"),
                "<settings><localRepository>${user.home}/set</localRepository></settings>");
        assertThat(repository(Map.of())).isEqualTo(temp.resolve("set"));

        String option = "-ntp -Dmaven.repo.local=\"" + temp.resolve("said so") + "\" -q";
        assertThat(repository(Map.of("MAVEN_ARGS", option))).isEqualTo(temp.resolve("said so"));
    }

    @Test
    void aFolderIsTriedAndLeftAsItWas() throws IOException {
        Finding finding = folder(temp, 0).look();

        assertThat(finding.inOneLine()).startsWith("Folder, fine: " + temp + " can be written to, and has ");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereYetIsMadeInOneThatIs() throws IOException {
        assertThat(folder(temp.resolve("a/b"), 0).look().status()).isEqualTo(Status.FINE);
    }

    @Test
    void aFolderThatCannotBeWrittenToIsAProblem() throws IOException {
        Path noFolder = Files.createFile(temp.resolve("file"));

        assertThat(folder(noFolder, 0).look().inOneLine())
                .startsWith("Folder, PROBLEM: " + noFolder + " cannot be written to: ")
                .endsWith("It holds things. Make it writable, or move.");
    }

    @Test
    void tooLittleRoomIsNoted() throws IOException {
        assertThat(folder(temp, Long.MAX_VALUE).look().inOneLine())
                .startsWith("Folder, note: ")
                .contains("It should have ", "Free some space, or move.");
    }

    private static FolderProbe folder(Path folder, long wanted) {
        return new FolderProbe("Folder", folder, "It holds things.", wanted, "or move");
    }

    @Test
    void aFileEventIsHeard() throws IOException, InterruptedException {
        Path target = temp.resolve("target");

        assertThat(new FileEventsProbe(target, target, LONG).look().inOneLine())
                .startsWith("File events, fine: One came ");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void whereNoEventComesThereIsPolling() throws IOException, InterruptedException {
        Path silent = Files.createDirectory(temp.resolve("silent"));

        assertThat(new FileEventsProbe(silent, temp, Duration.ofMillis(50))
                        .look()
                        .inOneLine())
                .startsWith("File events, note: None came within 50 ms")
                .contains("learn watch looks at your files several times a second instead.");
    }

    @Test
    void dockerIsOptional() throws InterruptedException {
        assertThat(new DockerProbe(temp.resolve("nothing").toString(), LONG)
                        .look()
                        .inOneLine())
                .startsWith("Docker, fine: Not installed. It is optional");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDockerThatAnswersSaysItsVersion() throws IOException, InterruptedException {
        assertThat(docker("echo 28.1.0", LONG).inOneLine()).startsWith("Docker, fine: Version 28.1.0 answers.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDockerWithoutItsDaemonIsNoted() throws IOException, InterruptedException {
        assertThat(docker("echo; exit 1", LONG).inOneLine())
                .startsWith("Docker, note: Installed, but its daemon does not answer.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDockerThatHangsIsEnded() throws IOException, InterruptedException {
        Path pid = temp.resolve("pid");

        Finding finding =
                docker("echo $$ > '" + pid + ".new'; mv '" + pid + ".new' '" + pid + "'; exec sleep 1000", pid);

        assertThat(finding.inOneLine()).startsWith("Docker, note: Installed, but it did not answer within ");
        long process = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(process).ifPresent(handle -> handle.onExit().join());
    }

    /// A limit that is long enough for it to have begun is found by trying ever longer ones.
    private Finding docker(String script, Path begun) throws IOException, InterruptedException {
        Duration limit = Duration.ofMillis(100);
        Finding finding = docker(script, limit);
        while (!Files.exists(begun)) {
            limit = limit.multipliedBy(2);
            finding = docker(script, limit);
        }
        return finding;
    }

    private Finding docker(String script, Duration limit) throws IOException, InterruptedException {
        Path client = temp.resolve("docker");
        Files.writeString(client, "#!/bin/sh\n" + script + "\n");
        assertThat(client.toFile().setExecutable(true)).isTrue();
        return new DockerProbe(client.toString(), limit).look();
    }

    private void wrapper() throws IOException {
        Files.createDirectories(temp.resolve(".mvn/wrapper"));
        Files.createFile(temp.resolve("mvnw"));
        Files.writeString(
                temp.resolve(".mvn/wrapper/maven-wrapper.properties"),
                "distributionUrl=https://repo.example.org/x/apache-maven-3.9.16-bin.zip\n");
    }

    private Finding maven() throws IOException {
        return new MavenProbe(temp, temp.resolve("m2")).look();
    }

    private Path repository(Map<String, String> environment) {
        return MavenRepository.find(temp.resolve("course"), temp, environment);
    }
}

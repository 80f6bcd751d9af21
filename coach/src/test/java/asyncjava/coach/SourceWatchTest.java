package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SourceWatchTest implements SourceWatch.Listener {

    @TempDir
    private Path root;

    private FakeExercise exercise;
    private List<Answers> watched;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void anExercise() throws IOException {
        exercise = new FakeExercise(root);
        ModuleFolder project = new ModuleFolder(root, "01-task-runner");
        watched = Exercise.of(project).stream()
                .map(one -> new Answers(project, one))
                .toList();
    }

    @Override
    public void saved(Answers answers, long nanos) throws InterruptedException {
        heard.put(answers.exercise().id());
    }

    @Override
    public void looksOften() throws InterruptedException {
        heard.put("looks often");
    }

    @Test
    void aChangeOfWhichNoEventCameIsFoundAndFromThenOnItLooksOften() throws IOException, InterruptedException {
        try (var deaf = FileSystems.getDefault().newWatchService();
                SourceWatch _ = SourceWatch.start(watched, Optional.of(deaf), this)) {
            exercise.answer("exercise", "1");
            assertThat(heard.take()).isEqualTo("1.1");
            assertThat(heard.take()).isEqualTo("looks often");

            exercise.answer("exercise", "1 + 1");
            assertThat(heard.take()).isEqualTo("1.1");
        }
    }

    /// As editors do it that write beside the file and then put the new one in its place.
    @Test
    void aFileThatIsReplacedIsSaved() throws IOException, InterruptedException {
        try (SourceWatch _ = SourceWatch.start(watched, false, this)) {
            Path beside = exercise.file().resolveSibling("Sum.java~");
            Files.writeString(beside, "class Sum { /* anew */ }");
            Files.move(beside, exercise.file(), StandardCopyOption.REPLACE_EXISTING);

            assertThat(heard.take()).isEqualTo("1.1");
        }
    }

    /// Were its absence a change, it would be heard of before the other one.
    @Test
    void aFileIsSavedWhenItIsThereAgain() throws IOException, InterruptedException {
        try (SourceWatch _ = SourceWatch.start(watched, false, this)) {
            Files.delete(exercise.file());
            exercise.saveTheOther("class Half {}");
            assertThat(heard.take()).isEqualTo("1.2");

            exercise.answer("exercise", "2");
            assertThat(heard.take()).isEqualTo("1.1");
        }
    }
}

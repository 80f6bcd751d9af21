package asyncjava.coach;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a learner has done, in `.learn/progress.json` below the root folder: no version control knows that
/// file, and no build or update touches it.
final class Progress {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final Clock clock;

    Progress(Path root, Clock clock) {
        file = root.resolve(".learn/progress.json");
        this.clock = clock;
    }

    /// Of one exercise.
    ///
    /// @param checks how often it was checked
    /// @param solved when it first passed, in UTC; null before
    /// @param gaveUp when its solution was first asked for without a pass; null when never
    /// @param hints how many of its hints were shown
    /// @param failure what the last check failed with; null when it did not
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            int checks,
            @Nullable String solved,
            @Nullable String gaveUp,
            int hints,
            @Nullable Failure failure) {

        static final Entry NONE = new Entry(0, null, null, 0, null);

        boolean isSolved() {
            return solved != null;
        }

        /// Whether the solution is nothing to hide any more.
        boolean isOpen() {
            return solved != null || gaveUp != null;
        }

        Entry withHints(int shown) {
            return new Entry(checks, solved, gaveUp, shown, failure);
        }

        Entry withFailure(@Nullable Failure last) {
            return new Entry(checks, solved, gaveUp, hints, last);
        }
    }

    /// @param mistake what is usually wrong where a check fails like this; null where it is no well-known
    /// mistake
    /// @param told whether the learner was told of that mistake
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Failure(String test, @Nullable String mistake, boolean told) {}

    /// Of all exercises that were ever begun, by their numbers.
    Map<String, Entry> all() throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(
                    file.toFile(), JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, Entry.class));
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "%s is damaged: %s. Mend it, or move it away to begin anew."
                            .formatted(
                                    file,
                                    e.getOriginalMessage().lines().findFirst().orElse("")),
                    e);
        }
    }

    Entry of(String exercise) throws IOException {
        return all().getOrDefault(exercise, Entry.NONE);
    }

    /// Changes one entry. Whoever else changes one at the same time waits; whoever reads sees the file
    /// before or after.
    Entry update(String exercise, UnaryOperator<Entry> change) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel lock = FileChannel.open(
                        file.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            Map<String, Entry> all = new TreeMap<>(all());
            Entry changed = change.apply(all.getOrDefault(exercise, Entry.NONE));
            all.put(exercise, changed);
            Path written = file.resolveSibling("progress.json.new");
            JSON.writeValue(written.toFile(), all);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return changed;
        }
    }

    /// Takes down what came of a check.
    void checked(Checked checked) throws IOException {
        Failure failure = checked.firstFailure()
                .map(property -> new Failure(
                        property.test(),
                        checked.mistake() == null ? null : checked.mistake().what(),
                        false))
                .orElse(null);
        update(
                checked.exercise(),
                entry -> new Entry(
                        entry.checks() + 1,
                        entry.solved() == null && checked.state() == Checked.State.SOLVED ? now() : entry.solved(),
                        entry.gaveUp(),
                        entry.hints(),
                        sameAs(entry.failure(), failure)));
    }

    /// What was told once about a failure is not told again while it stays the same.
    private static @Nullable Failure sameAs(@Nullable Failure before, @Nullable Failure now) {
        return before != null
                        && now != null
                        && before.test().equals(now.test())
                        && Objects.equals(before.mistake(), now.mistake())
                ? before
                : now;
    }

    void gaveUp(String exercise) throws IOException {
        update(
                exercise,
                entry -> entry.isOpen()
                        ? entry
                        : new Entry(entry.checks(), null, now(), entry.hints(), entry.failure()));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

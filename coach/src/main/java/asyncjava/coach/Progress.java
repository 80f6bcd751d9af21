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
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a learner has done, in `.learn/progress.json` below the root folder: no version control knows that
/// file, and no build or update touches it.
final class Progress {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Lock ONE_IN_THIS_JVM = new ReentrantLock();

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
    /// @param failure the test in which the last check failed; null where none did
    /// @param failed when the last check did not pass; null where it did
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            int checks,
            @Nullable String solved,
            @Nullable String gaveUp,
            int hints,
            @Nullable Failure failure,
            @Nullable String failed) {

        static final Entry NONE = new Entry(0, null, null, 0, null, null);

        Entry {
            if (checks < 0 || hints < 0) {
                throw new IllegalArgumentException(
                        "checks and hints must be at least 0, were %d and %d".formatted(checks, hints));
            }
        }

        boolean isSolved() {
            return solved != null;
        }

        /// Whether the solution is nothing to hide any more.
        boolean isOpen() {
            return solved != null || gaveUp != null;
        }

        /// The well-known mistake behind the last failure, where the learner was not told of it yet.
        Optional<String> untoldMistake() {
            return Optional.ofNullable(failure).filter(last -> !last.told()).map(Failure::mistake);
        }

        Entry afterCheck(@Nullable String solvedAt, @Nullable Failure last, @Nullable String failedAt) {
            return new Entry(checks + 1, solved == null ? solvedAt : solved, gaveUp, hints, last, failedAt);
        }

        Entry withHints(int shown) {
            return new Entry(checks, solved, gaveUp, shown, failure, failed);
        }

        Entry told() {
            Failure known = failure == null ? null : new Failure(failure.test(), failure.mistake(), true);
            return new Entry(checks, solved, gaveUp, hints, known, failed);
        }

        Entry givenUp(String when) {
            return isOpen() ? this : new Entry(checks, null, when, hints, failure, failed);
        }

        /// Its file is the stub again, of which nothing is known.
        Entry withoutFailure() {
            return new Entry(checks, solved, gaveUp, hints, null, null);
        }
    }

    /// @param mistake what is usually wrong where a check fails like this; null where it is no well-known
    /// mistake
    /// @param told whether the learner was told of that mistake
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Failure(String test, @Nullable String mistake, boolean told) {}

    /// Of all exercises that were ever begun, by their numbers.
    Map<String, Entry> all() throws ProgressError {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            Map<String, Entry> all = JSON.readValue(
                    file.toFile(), JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, Entry.class));
            if (all == null || all.containsValue(null)) {
                throw damaged("null where an entry should be", null);
            }
            return all;
        } catch (JsonProcessingException e) {
            throw damaged(e.getOriginalMessage().lines().findFirst().orElse(""), e);
        } catch (IOException e) {
            throw e instanceof ProgressError damaged ? damaged : ProgressError.because(file + " cannot be read", e);
        }
    }

    private ProgressError damaged(String how, @Nullable Exception cause) {
        return new ProgressError(
                "%s is damaged: %s. Mend it, or move it away to begin anew.".formatted(file, how), cause);
    }

    Entry of(String exercise) throws ProgressError {
        return all().getOrDefault(exercise, Entry.NONE);
    }

    /// The exercise whose last check did not pass; of several, the one that was checked last.
    Optional<String> lastFailed() throws ProgressError {
        return all().entrySet().stream()
                .filter(one -> one.getValue().failed() != null)
                .max(Comparator.comparing(one -> Objects.toString(one.getValue().failed())))
                .map(Map.Entry::getKey);
    }

    /// Changes one entry. Whoever else changes one at the same time waits; whoever reads sees the file
    /// before or after.
    Entry update(String exercise, UnaryOperator<Entry> change) throws ProgressError {
        ONE_IN_THIS_JVM.lock(); // for a lock of a file another thread of the same JVM does not wait
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel lock = FileChannel.open(
                            file.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                return write(exercise, change);
            }
        } catch (ProgressError e) {
            throw e;
        } catch (IOException e) {
            throw ProgressError.because(file + " cannot be written", e);
        } finally {
            ONE_IN_THIS_JVM.unlock();
        }
    }

    private Entry write(String exercise, UnaryOperator<Entry> change) throws IOException {
        Map<String, Entry> all = new TreeMap<>(all());
        Entry changed = change.apply(all.getOrDefault(exercise, Entry.NONE));
        all.put(exercise, changed);
        Path written = file.resolveSibling("progress.json.new");
        JSON.writeValue(written.toFile(), all);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return changed;
    }

    /// Takes down what came of a check.
    void checked(Checked checked) throws ProgressError {
        boolean solved = checked.isSolved();
        Failure failure = checked.firstFailure()
                .map(property -> new Failure(
                        property.test(),
                        checked.mistake() == null ? null : checked.mistake().what(),
                        false))
                .orElse(null);
        update(
                checked.exercise(),
                entry -> entry.afterCheck(
                        solved ? now() : null, sameAs(entry.failure(), failure), solved ? null : now()));
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

    void gaveUp(String exercise) throws ProgressError {
        update(exercise, entry -> entry.givenUp(now()));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}

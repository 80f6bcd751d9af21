package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answers;
import asyncjava.coach.judge.Judge;
import asyncjava.coach.judge.Limits;
import asyncjava.coach.judge.WarmJudge;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One person's sitting. Files are saved, keys are typed and verdicts come, and all that becomes a step
/// here: one after another, on one thread. Judging goes on beside it, and is given up when a newer version
/// is saved.
final class WatchSession implements AutoCloseable {

    private static final int MOST_WAITING = 100;

    private final Curriculum curriculum;
    private final Face face;
    private final PrintWriter err;
    private final List<Answers> chosen;
    private final Desk desk;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ExecutorService judging =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("judging").factory());
    private Future<?> underWay = CompletableFuture.completedFuture(null);
    private Answers exercise;
    private boolean looksOften;
    private Optional<Checked> shown = Optional.empty();

    /// Only for the thread that judges.
    private Optional<Warm> warm = Optional.empty();

    private record Warm(ModuleFolder project, WarmJudge judge) {}

    /// Something to do on the one thread.
    @FunctionalInterface
    private interface Step {

        /// Does it, and says whether the sitting goes on.
        boolean take() throws IOException, InterruptedException;
    }

    WatchSession(Curriculum curriculum, Face face, PrintWriter err, List<Answers> chosen)
            throws IOException, InterruptedException, BuildFailed {
        this.curriculum = curriculum;
        this.face = face;
        this.err = err;
        this.chosen = chosen;
        desk = new Desk(curriculum, chosen);
        exercise = desk.nextOpen(chosen).orElse(chosen.getFirst());
    }

    /// Goes on until `q` is typed, or the standard input ends.
    void run(InputStream input, boolean polls) throws IOException, InterruptedException {
        try (SourceWatch _ = SourceWatch.start(chosen, polls, new Saves());
                Keys keys = Keys.open(input)) {
            Thread typing = new Thread(() -> read(keys), "keys");
            typing.setDaemon(true);
            typing.start();
            check(exercise, Optional.empty());
            boolean goesOn = true;
            while (goesOn) {
                goesOn = take(steps.take());
            }
        }
    }

    /// What goes wrong in a step ends that, and not the sitting.
    private boolean take(Step step) throws InterruptedException {
        try {
            return step.take();
        } catch (IOException failure) {
            return report(failure);
        }
    }

    private void read(Keys keys) {
        try {
            for (int key = keys.next(); key != Keys.END; key = keys.next()) {
                int typed = key;
                steps.put(() -> typed(Character.toLowerCase(typed)));
            }
            steps.put(this::finish);
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean typed(int key) throws IOException {
        switch (key) {
            case 'q' -> {
                return false;
            }
            case 'r' -> check(exercise, Optional.empty());
            case 'n' -> goOn();
            case 'h' -> help();
            case 'l' -> sayWithKeys(desk.board());
            default -> {
                // Any other key does nothing.
            }
        }
        return true;
    }

    /// Where there is nothing to go on to, what is on the screen stays there.
    private void goOn() throws IOException {
        Optional<Answers> next = desk.nextOpenAfter(exercise, chosen).filter(one -> !one.equals(exercise));
        if (next.isPresent()) {
            check(next.get(), Optional.empty());
        } else {
            remarkWithKeys("No other exercise is open here.");
        }
    }

    private void help() throws IOException {
        if (shown.filter(one -> one.isSolved()
                        && one.exercise().equals(exercise.exercise().id()))
                .isPresent()) {
            remarkWithKeys("It is solved. " + shown.get().next());
        } else {
            sayWithKeys(desk.nextHint(exercise));
        }
    }

    /// Nobody can type any more: the verdict that is under way is still waited for.
    private boolean finish() throws IOException, InterruptedException {
        judging.shutdown();
        judging.close();
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            take(step);
        }
        return false;
    }

    /// @param saved when the save was seen that is the reason; where there is none, somebody waits for this
    /// one
    private void check(Answers answers, Optional<Long> saved) {
        if (judging.isShutdown()) {
            return; // nobody can type any more, and what is under way is the last
        }
        if (saved.isEmpty() || answers.equals(exercise)) {
            underWay.cancel(true);
        }
        exercise = answers;
        underWay = judging.submit(() -> {
            judge(answers, saved);
            return null;
        });
    }

    private void judge(Answers answers, Optional<Long> saved) throws InterruptedException {
        try {
            WarmJudge judge = judgeOf(answers.project());
            Checked checked;
            if (answers.isStub()) {
                checked = Checked.notBegun(answers);
            } else {
                face.progress("Checking %s ...".formatted(answers.exercise().id()));
                checked = desk.checked(answers, judge.judge(answers.exercise(), answers.learners()), null);
            }
            steps.put(() -> show(checked, saved));
            judge.prepare(answers.exercise());
        } catch (IOException | BuildFailed | RuntimeException | Error failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException("given up");
            }
            forget();
            steps.put(() -> report(failure));
        }
    }

    private WarmJudge judgeOf(ModuleFolder project) throws IOException, InterruptedException, BuildFailed {
        if (warm.isEmpty()
                || !warm.get().project().equals(project)
                || !warm.get().judge().isUpToDate()) {
            forget();
            Judge judge = new Judge(
                    curriculum.built(project), Limits.FOR_A_LEARNER, one -> desk.properties(one, null, face.isPlain()));
            warm = Optional.of(new Warm(project, new WarmJudge(judge)));
        }
        return warm.get().judge();
    }

    private void forget() {
        Optional<Warm> old = warm;
        warm = Optional.empty();
        try {
            if (old.isPresent()) {
                old.get().judge().close();
            }
        } catch (IOException failure) {
            report(failure);
        }
    }

    private boolean show(Checked checked, Optional<Long> saved) throws IOException {
        shown = Optional.of(checked);
        face.clear();
        face.say(checked);
        face.say(watched(
                Watched.Event.JUDGED,
                saved.map(nanos -> Duration.ofNanos(System.nanoTime() - nanos).toMillis())
                        .orElse(null)));
        desk.takeDown(checked); // here, where no newer version gives it up
        return true;
    }

    private void sayWithKeys(Face.Said said) {
        face.say(said);
        face.say(watched(Watched.Event.TOLD, null));
    }

    private void remarkWithKeys(String line) {
        face.remark(line);
        face.say(watched(Watched.Event.TOLD, null));
    }

    private Watched watched(Watched.Event event, @Nullable Long millis) {
        return new Watched(event, exercise.exercise().id(), millis, chosen.size() > 1, looksOften);
    }

    private boolean report(Throwable failure) {
        err.println(curriculum.inWords(failure));
        return true;
    }

    @Override
    public void close() throws IOException {
        underWay.cancel(true);
        judging.shutdownNow();
        judging.close();
        forget();
        desk.close();
    }

    /// Puts what the watch sees among the steps.
    private final class Saves implements SourceWatch.Listener {

        @Override
        public void saved(Answers answers, long nanos) throws InterruptedException {
            steps.put(() -> {
                check(answers, Optional.of(nanos));
                return true;
            });
        }

        @Override
        public void looksOften() throws InterruptedException {
            steps.put(() -> {
                looksOften = true;
                face.say(watched(Watched.Event.POLLING, null));
                return true;
            });
        }
    }
}

package asyncjava.coach;

import asyncjava.coach.boot.BuildFailed;
import asyncjava.coach.boot.Child;
import asyncjava.coach.boot.ModuleFolder;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What runs while exercises are judged because they need it: a site, a database.
///
/// An exercise names modules in its `lends`. A module that has something to lend names a main class in its
/// property `lend.class`. That program says what there is, in lines `name=value` up to an empty one, and
/// runs until its standard input ends; the tests find each value in the system property
/// `asyncjava.lent.name`.
final class Loans implements AutoCloseable {

    private static final Duration TO_SAY = Duration.ofMinutes(1);
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final Map<String, Lender> lenders = new HashMap<>();

    private record Lender(Child program, CompletableFuture<List<String>> lent) {}

    /// Starts what these exercises need, which for most is nothing.
    static Loans to(List<Answers> exercises, Curriculum curriculum)
            throws IOException, InterruptedException, BuildFailed {
        Loans loans = new Loans();
        try {
            for (Answers answers : exercises) {
                for (String module : answers.exercise().lends()) {
                    loans.start(answers.exercise(), module, curriculum);
                }
            }
            return loans;
        } catch (IOException | InterruptedException | BuildFailed | RuntimeException failure) {
            loans.close();
            throw failure;
        }
    }

    private void start(Exercise exercise, String module, Curriculum curriculum)
            throws IOException, InterruptedException, BuildFailed {
        if (lenders.containsKey(module)) {
            return;
        }
        if (!Files.exists(curriculum.root().resolve(module).resolve("pom.xml"))) {
            throw new IOException(
                    "exercise %s: lends: got %s; accepted: the name of a module".formatted(exercise.id(), module));
        }
        Project lender = curriculum.built(new ModuleFolder(curriculum.root(), module));
        if (lender.lend().isEmpty()) {
            throw new IOException("exercise %s: the module %s lends nothing: it has no property lend.class"
                    .formatted(exercise.id(), module));
        }
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(lender.flags());
        java.add("-cp");
        java.add(lender.folder().classpath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        java.add(lender.lend());
        Child program = Child.start(new ProcessBuilder(java).redirectError(Redirect.INHERIT));
        CompletableFuture<List<String>> said = new CompletableFuture<>();
        lenders.put(module, new Lender(program, said));
        Thread.ofVirtual().name("lender " + module).start(() -> listen(program, said));
        try {
            var _ = said.get(TO_SAY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the module %s has not said what it lends".formatted(module), e);
        }
    }

    /// Goes on to the end, so that a program which says more is not held up.
    private static void listen(Child program, CompletableFuture<List<String>> said) {
        List<String> lent = new ArrayList<>();
        try (BufferedReader output = program.output()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.isEmpty()) {
                    said.complete(List.copyOf(lent));
                } else if (!said.isDone()) {
                    lent.add("-Dasyncjava.lent." + line);
                }
            }
            said.completeExceptionally(new IOException("it has ended"));
        } catch (IOException failure) {
            said.completeExceptionally(failure);
        }
    }

    /// System properties for the tests of an exercise.
    List<String> of(Exercise exercise) {
        return exercise.lends().stream()
                .flatMap(module -> Stream.ofNullable(lenders.get(module)))
                .flatMap(lender -> lender.lent().resultNow().stream())
                .toList();
    }

    /// Lets each end in its own way, and kills it when it does not.
    @Override
    public void close() {
        for (Lender lender : lenders.values()) {
            try {
                lender.program().input().close();
                lender.program().waitFor(TO_END);
            } catch (IOException gone) {
                // Then it has ended.
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            } finally {
                lender.program().kill();
            }
        }
    }
}

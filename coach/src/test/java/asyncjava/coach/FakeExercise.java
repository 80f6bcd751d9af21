package asyncjava.coach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An exercise of project 01: `Sum.of(a, b)` in the package `fake.exercise.sum`, with two tests. Answers
/// are what stands after `return`.
final class FakeExercise {

    static final String STUB = "missing()";
    static final String RIGHT = "a + b";

    private final Path project;

    FakeExercise(Path root) throws IOException {
        this(root, "01-task-runner", 1);
    }

    /// The same exercises of another project.
    FakeExercise(Path root, String folder, int number) throws IOException {
        project = root.resolve(folder);
        write("exercises.yaml", """
                - id: "%1$d.1"
                  title: Sums
                  class: fake.exercise.sum.Sum
                  concepts: [1]
                  points: 10
                  judge: gates
                  handed: two numbers
                  hints: [Think., Add., Add the two.]
                - id: "%1$d.2"
                  title: Half typed
                  class: fake.exercise.half.Half
                  concepts: [1]
                  points: 10
                  judge: gates
                  handed: nothing
                  hints: [Think., Add., Add the two.]
                """.formatted(number));
        saveTheOther("class Half {\n  int");
        write("src/test/java/fake/exercise/sum/SumTest.java", """
                package fake.exercise.sum;

                import asyncjava.testkit.Exercise;
                import org.junit.jupiter.api.Order;
                import org.junit.jupiter.api.Test;

                @Exercise
                class SumTest {
                    @Test
                    @Order(1)
                    void zeroIsNeutral() {
                        check(1, Sum.of(1, 0));
                    }

                    @Test
                    @Order(2)
                    void oneAndOneAreTwo() {
                        check(2, Sum.of(1, 1));
                    }

                    private static void check(int expected, int seen) {
                        if (expected != seen) {
                            throw new AssertionError("Expected " + expected + ",\\nbut saw " + seen + ".");
                        }
                    }
                }
                """);
        answer("stub", STUB);
        answer("exercise", STUB);
        answer("solution", RIGHT);
        for (String name : new String[] {"left", "middle", "other"}) {
            answer("right/sum/" + name, RIGHT);
        }
        for (String name : new String[] {"v", "w", "x", "y", "z"}) {
            wrong(name, "a", "oneAndOneAreTwo", "Expected 2, but saw 1.");
        }
    }

    /// @param folder below `src`
    void answer(String folder, String expression) throws IOException {
        write("src/" + folder + "/java/fake/exercise/sum/Sum.java", """
                package fake.exercise.sum;

                class Sum {
                    static int calls;

                    static int of(int a, int b) {
                        return %s;
                    }

                    static int missing() {
                        throw new UnsupportedOperationException("exercise 1.1 is not done yet");
                    }

                    static int sleepForEver(String witness) {
                        try {
                            java.nio.file.Files.createFile(java.nio.file.Path.of(witness));
                            Thread.sleep(Long.MAX_VALUE);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        return 0;
                    }

                    static int print(String text, String witness) {
                        System.out.println(text);
                        try {
                            java.nio.file.Files.write(java.nio.file.Path.of(witness), new byte[0]);
                        } catch (java.io.IOException e) {
                            throw new IllegalStateException(e);
                        }
                        return 0;
                    }

                    static int crashOnce(String witness) {
                        try {
                            java.nio.file.Files.createFile(java.nio.file.Path.of(witness));
                            java.lang.reflect.Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
                            field.setAccessible(true);
                            Object unsafe = field.get(null);
                            unsafe.getClass().getMethod("putAddress", long.class, long.class).invoke(unsafe, 0L, 0L);
                        } catch (java.nio.file.FileAlreadyExistsException notAgain) {
                            return 0;
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                        return 1;
                    }

                    static int exit() {
                        System.exit(7);
                        return 0;
                    }
                }
                """.formatted(expression));
    }

    /// Lets exercise 1.1 ask for what a module has to lend.
    void lends(String module) throws IOException {
        Path manifest = project.resolve("exercises.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest).replaceFirst("handed: two numbers", "$0\n  lends: [" + module + "]"));
    }

    /// What the learner has for exercise 1.2.
    void saveTheOther(String source) throws IOException {
        write("src/exercise/java/fake/exercise/half/Half.java", "package fake.exercise.half;\n" + source);
    }

    /// The learner's.
    Path file() {
        return project.resolve("src/exercise/java/fake/exercise/sum/Sum.java");
    }

    void wrong(String name, String expression, String test, String says) throws IOException {
        answer("wrong/sum/" + name, expression);
        write("src/wrong/sum/" + name + "/rejected.yaml", """
                mistake: Adds nothing.
                style: plain
                test: %s
                says: ["%s"]
                """.formatted(test, says));
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

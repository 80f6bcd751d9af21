package asyncjava.coach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Files that are no text, or more of it than anybody would keep.
final class MadeAttacks {

    private static final int MANY = 20_000;

    private MadeAttacks() {}

    /// @param solution to the same exercise
    static void put(String made, Path file, Path solution) throws IOException {
        switch (made) {
            case "nothing" -> Files.deleteIfExists(file);
            case "folder" -> Files.createDirectory(file);
            case "link to the solution" -> Files.createSymbolicLink(file, solution);
            case "link to the solution's folder" -> {
                Files.delete(file.getParent());
                Files.createSymbolicLink(file.getParent(), solution.getParent());
            }
            case "pipe" -> run("mkfifo", file.toString());
            case "two megabytes" -> Files.writeString(file, "/".repeat(2_000_000));
            case "noise" -> Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff, 0, 1, 2});
            case "parentheses" -> Files.writeString(file, returning("(".repeat(MANY) + "1" + ")".repeat(MANY)));
            case "endless line" -> Files.writeString(file, returning("\"%s\"".formatted("x".repeat(MANY))));
            case "painted line" -> Files.writeString(file, returning("\"\" /* \u001b[2J\u001b[HSolved. */"));
            case "doubling" -> Files.writeString(file, doubling());
            default -> throw new IllegalArgumentException(made);
        }
    }

    /// Each line's type is twice as long as that of the line before.
    private static String doubling() {
        return IntStream.range(0, 40)
                .mapToObj(i -> "        var v%d = twice(v%d);\n".formatted(i + 1, i))
                .collect(Collectors.joining("", """
                        package fake.exercise.sum;

                        class Sum {
                            record Two<A, B>(A a, B b) {}

                            static <A> Two<A, A> twice(A a) {
                                return new Two<>(a, a);
                            }

                            static int of(int a, int b) {
                                var v0 = a + b;
                        """, "        return v0;\n    }\n}\n"));
    }

    private static String returning(String expression) {
        return "package fake.exercise.sum;\nclass Sum {\nstatic int of(int a, int b) { return %s; } }\n"
                .formatted(expression);
    }

    private static void run(String... command) throws IOException {
        new ProcessBuilder(command).start().onExit().join();
    }
}

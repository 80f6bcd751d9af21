package asyncjava.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The threads of this JVM as Linux sees them, at one look.
///
/// To the JVM a thread that was told to go on waits until the machine has a processor for it, which on a
/// busy one may take any time; to Linux it runs at once. And Linux counts how often each was taken off its
/// processor, so that two looks tell whether a thread has run in between, however shortly.
///
/// Virtual threads are seen by their carriers. The thread that looks does not count, nor do those on which
/// the JVM compiles and collects.
///
/// @param states what Linux says of each thread, by its number
record LinuxThreads(Map<String, String> states) {

    private static final Path ALL = Path.of("/proc/self/task");
    private static final Path ME = Path.of("/proc/thread-self");

    private static final Pattern OF_INTEREST = Pattern.compile("(Name|State|(non)?voluntary_ctxt_switches):.*");
    private static final Pattern AT_WORK = Pattern.compile("(?m)^State:\\s*[RD]");
    private static final Pattern OF_THE_JVM = Pattern.compile(
            "Name:\\s*(C[12] Comp|GC Thread|G1 |VM |Z[A-Z]|Shenandoah|Monitor Defl|Service Th|Signal Disp|Notification"
                    + "|Reference H|Finalizer|Common-Cl|Attach Lis|JFR )");

    /// Empty where the system does not tell.
    static Optional<LinuxThreads> now() {
        Map<String, String> states = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(ALL)) {
            for (Path thread : threads) {
                states.put(thread.getFileName().toString(), state(thread));
            }
            states.remove(Files.readSymbolicLink(ME).getFileName().toString());
        } catch (IOException e) {
            return Optional.empty();
        }
        states.values().removeIf(state -> OF_THE_JVM.matcher(state).lookingAt());
        boolean counted = states.values().stream().anyMatch(state -> state.contains("nonvoluntary"));
        return counted ? Optional.of(new LinuxThreads(states)) : Optional.empty();
    }

    /// The numbers of those that run, or wait for a processor or a disk.
    Set<String> atWork() {
        return states.keySet().stream()
                .filter(number -> AT_WORK.matcher(states.get(number)).find())
                .collect(Collectors.toSet());
    }

    /// The same look at all but some.
    LinuxThreads without(Set<String> numbers) {
        Map<String, String> others = new HashMap<>(states);
        others.keySet().removeAll(numbers);
        return new LinuxThreads(others);
    }

    private static String state(Path thread) {
        try {
            return Files.readString(thread.resolve("status"), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> OF_INTEREST.matcher(line).matches())
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "ended";
        }
    }
}

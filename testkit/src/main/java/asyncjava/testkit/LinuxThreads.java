package asyncjava.testkit;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
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
/// the JVM compiles and collects, nor a watchdog, which only looks itself.
///
/// @param states what Linux says of each thread, by its number
record LinuxThreads(Map<String, String> states) {

    private static final Path ALL = Path.of("/proc/self/task");
    private static final Path ME = Path.of("/proc/thread-self");

    private static final int LONGEST = 8192;
    private static final String NAME = "Name:\t";
    private static final String STATE = "\nState:\t";
    private static final String SWITCHES = "\nvoluntary_ctxt_switches:";

    private static final String CARRIER = " ForkJoinPool-1-";
    private static final Pattern AT_WORK = Pattern.compile("[RD] .*", Pattern.DOTALL);
    private static final Pattern OF_THE_JVM = Pattern.compile(
            "(C[12] Comp|GC Thread|G1 |VM |Z[A-Z]|Shenandoah|Monitor Defl|Service Th|Signal Disp|Notification|Reference H"
                    + "|Finalizer|Common-Cl|Attach Lis|JFR |watchdog).*");

    /// Empty where the system does not tell.
    static Optional<LinuxThreads> now() {
        Map<String, String> states = new HashMap<>();
        byte[] buffer = new byte[LONGEST];
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(ALL)) {
            String me = Files.readSymbolicLink(ME).getFileName().toString();
            for (Path thread : threads) {
                String number = thread.getFileName().toString();
                if (!number.equals(me)) {
                    state(status(thread, buffer)).ifPresent(state -> states.put(number, state));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return states.isEmpty() ? Optional.empty() : Optional.of(new LinuxThreads(states));
    }

    /// The numbers of those that run, or wait for a processor or a disk.
    Set<String> atWork() {
        return states.keySet().stream()
                .filter(number -> AT_WORK.matcher(states.get(number)).matches())
                .collect(Collectors.toSet());
    }

    /// The numbers of those that run now and may never rest. A carrier of virtual threads is not among
    /// them: it may carry another in a moment.
    Set<String> busy() {
        return atWork().stream()
                .filter(number -> !states.getOrDefault(number, "").contains(CARRIER))
                .collect(Collectors.toSet());
    }

    /// The numbers of all but those that may run anybody's code, the JVM's own pools.
    Set<String> withoutPools() {
        return states.keySet().stream()
                .filter(number -> !states.getOrDefault(number, "").contains(" ForkJoinPool"))
                .collect(Collectors.toSet());
    }

    /// The same look at all but some.
    LinuxThreads without(Set<String> numbers) {
        Map<String, String> others = new HashMap<>(states);
        others.keySet().removeAll(numbers);
        return new LinuxThreads(others);
    }

    /// Such as `S main`, and how often it was taken off its processor; empty where it does not count. A
    /// pattern for the whole would take as long as Linux does.
    private static Optional<String> state(String status) {
        int state = status.indexOf(STATE);
        int switches = status.indexOf(SWITCHES);
        if (state < 0 || switches < 0) {
            return Optional.empty();
        }
        String name = status.substring(NAME.length(), status.indexOf('\n'));
        return OF_THE_JVM.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(status.charAt(state + STATE.length())
                        + " "
                        + name
                        + " "
                        + status.substring(switches + SWITCHES.length()));
    }

    /// Empty where the thread has just ended.
    private static String status(Path thread, byte[] buffer) {
        try (InputStream in = new FileInputStream(thread.resolve("status").toFile())) {
            return new String(buffer, 0, in.readNBytes(buffer, 0, LONGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}

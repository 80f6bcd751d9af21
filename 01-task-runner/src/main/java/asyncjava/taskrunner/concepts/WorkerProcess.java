package asyncjava.taskrunner.concepts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Some parts of a job, done one after another in a process of their own: this JVM's `java`, started once more
/// on the main of this class. Nothing is shared with it: what it is to do goes there as arguments, and its
/// answer comes back as text. Python's `ProcessPoolExecutor` does the same unseen.
record WorkerProcess(MeasuredJob job, List<Integer> parts) implements Callable<Integer> {

    /// @param pid the number of the process, as it says itself
    /// @param count what its parts come to
    record Answer(long pid, int count) {}

    /// The worker's side.
    static void main(String[] jobAndParts) throws InterruptedException {
        MeasuredJob job = MeasuredJob.valueOf(jobAndParts[0]);
        int count = 0;
        for (String part : Arrays.asList(jobAndParts).subList(1, jobAndParts.length)) {
            count += job.part(Integer.parseInt(part));
        }
        IO.println(ProcessHandle.current().pid() + " " + count);
    }

    /// Deals the first so many parts out among so many workers, in turn, as one deals cards.
    static List<WorkerProcess> sharing(MeasuredJob job, int parts, int workers) {
        Map<Integer, List<Integer>> shares =
                IntStream.range(0, parts).boxed().collect(Collectors.groupingBy(part -> part % workers));
        return shares.values().stream()
                .map(share -> new WorkerProcess(job, share))
                .toList();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return ask().count();
    }

    /// Starts the process and waits for its answer; when interrupted, it takes the process with it.
    ///
    /// @throws IllegalStateException when the process fails, with its status and what it said
    Answer ask() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        try {
            // Not read first, because an interrupt ends a wait but not a read. The pipe holds the few lines meanwhile.
            int status = process.waitFor();
            List<String> said = process.inputReader().readAllLines();
            if (status != 0) {
                throw new IllegalStateException("worker process %d ended with status %d: %s"
                        .formatted(process.pid(), status, String.join("\n", said)));
            }
            String[] answer = said.getLast().split(" ", 2);
            return new Answer(Long.parseLong(answer[0]), Integer.parseInt(answer[1]));
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private List<String> command() {
        // This module is compiled with previews, and a class that uses one does not load without the flag.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                job.name()));
        parts.forEach(part -> command.add(part.toString()));
        return command;
    }
}

package asyncjava.taskrunner.concepts;

import java.util.concurrent.Executors;

/// `asyncio.run()` runs a program and leaves nothing behind: it cancels what is still under way when main is
/// over. Java has `main` without such a call, and so whoever starts something sees to its end. An executor in a
/// try-with-resources block does: at the closing brace it waits for its threads; interrupted there, it
/// interrupts them and waits all the same.
///
/// Expect the first letter to be posted before the block is left. The second is never posted: virtual threads
/// are daemons, and the program ends without them.
///
/// Reach for a block wherever you start something. Do not start a thread that nobody waits for, whatever kind
/// it is: a platform thread, unless it is a daemon, is not lost, but may keep your program from ending.
final class NothingOutlivesTheBlock {

    private NothingOutlivesTheBlock() {}

    static void main() {
        inABlock(() -> post("The first letter"));
        IO.println("The block is left.");
        fireAndForget(() -> post("The second letter"));
        IO.println("main is over.");
    }

    static void inABlock(Runnable work) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.execute(work);
        } // whoever comes here waits until the work has ended
    }

    /// The mistake: nobody waits for this thread, not even the end of the program.
    static void fireAndForget(Runnable work) {
        Thread.startVirtualThread(work);
    }

    private static void post(String letter) {
        try {
            Thread.sleep(300);
            IO.println(letter + " is posted.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

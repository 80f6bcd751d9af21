package asyncjava.queue;

/// For what has to be finished whoever interrupts, and does not take long: the end of what was started.
final class Uninterrupted {

    private Uninterrupted() {}

    /// Something that can be begun again when an interrupt has broken it off.
    @FunctionalInterface
    interface Ending {
        void run() throws InterruptedException;
    }

    /// Begins it again until it returns. An interrupt is kept for later.
    static void run(Ending ending) {
        boolean interrupted = false;
        for (boolean ended = false; !ended; ) {
            try {
                ending.run();
                ended = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package asyncjava.coach.worker;

import asyncjava.coach.worker.Message.BrokeOff;
import asyncjava.coach.worker.Message.Reason;
import java.io.IOException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Tells the judge who calls `System.exit`, which the JDK logs before it ends (see `Runtime.exit`), on
/// whichever thread.
final class ExitCalls extends Handler {

    private static final Logger RUNTIME = Logger.getLogger("java.lang.Runtime");

    private final Wire wire;

    private ExitCalls(Wire wire) {
        this.wire = wire;
    }

    static void tell(Wire wire) {
        RUNTIME.setUseParentHandlers(false);
        RUNTIME.setLevel(Level.FINE);
        RUNTIME.addHandler(new ExitCalls(wire));
    }

    @Override
    public void publish(LogRecord logged) {
        Throwable call = logged.getThrown(); // "Runtime.exit(3)", and the stack of whoever called it
        int status = Integer.parseInt(call.toString().replaceAll("[^-\\d]", ""));
        try {
            wire.send(new BrokeOff(Reason.EXIT_CALLED, status, Stacks.frames(call.getStackTrace())));
        } catch (IOException nobodyListens) {
            // This JVM ends all the same.
        } finally {
            Runtime.getRuntime().halt(status); // before any hook of the answer's
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

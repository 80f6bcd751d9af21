package asyncjava.coach.doctor;

import java.io.IOException;

/// Looks at one thing of this machine.
interface Probe {

    /// What it looks at, as a heading.
    String about();

    /// Looks. It may be interrupted, which ends it.
    Finding look() throws IOException, InterruptedException;
}

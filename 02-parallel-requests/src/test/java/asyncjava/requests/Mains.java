package asyncjava.requests;

import asyncjava.common.cli.CommandLines;
import asyncjava.testkit.Program.Ended;
import java.io.PrintWriter;
import java.io.StringWriter;

/// Runs the program in the test's own JVM, which is quicker than a JVM of its own.
final class Mains {

    private Mains() {}

    static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = CommandLines.run(new Main(), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ended(status, out.toString(), err.toString());
    }
}

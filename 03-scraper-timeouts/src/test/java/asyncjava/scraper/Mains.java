package asyncjava.scraper;

import asyncjava.testkit.Program;
import asyncjava.testkit.Program.Ended;

/// Runs the program in the test's own JVM, which is quicker than a JVM of its own.
final class Mains {

    private Mains() {}

    static Ended run(String... arguments) {
        return Program.here(new Main(), arguments);
    }
}

package asyncjava.coach.doctor;

import asyncjava.coach.boot.Child;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;

/// Docker, which nobody needs: whether there is a client, and whether a daemon answers it.
record DockerProbe(String client, Duration limit) implements Probe {

    static final Duration LIMIT = Duration.ofSeconds(4);
    private static final String OPTIONAL =
            "It is optional: project 06 will be able to keep its database there instead of bringing its own.";

    @Override
    public String about() {
        return "Docker";
    }

    @Override
    public Finding look() throws InterruptedException {
        Child child;
        try {
            child = Child.start(new ProcessBuilder(client, "version", "--format", "{{.Server.Version}}")
                    .redirectError(Redirect.DISCARD));
        } catch (IOException noClient) {
            return Finding.fine(this, "Not installed.", OPTIONAL);
        }
        try {
            return child.waitFor(limit)
                    ? answer(child)
                    : silent("it did not answer within %d ms".formatted(limit.toMillis()));
        } finally {
            child.kill();
        }
    }

    private Finding answer(Child child) throws InterruptedException {
        try {
            String version = child.output().readLine();
            return child.waitFor() == 0 && version != null
                    ? Finding.fine(this, "Version %s answers.".formatted(version.strip()), OPTIONAL)
                    : silent("its daemon does not answer");
        } catch (IOException e) {
            return silent(e.toString());
        }
    }

    private Finding silent(String why) {
        return Finding.note(
                this,
                "Installed, but %s.".formatted(why),
                OPTIONAL,
                "Nothing to do, unless you want it: start Docker, or ask to be allowed to use it.");
    }
}

package asyncjava.coach.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Cores and memory: those that this JVM may use, which in a container are fewer than there are.
record MachineProbe(int cores, long megabytes) implements Probe {

    private static final long WANTED_MEGABYTES = 2_000;

    static MachineProbe ofThisMachine() {
        return new MachineProbe(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / 1_000_000);
    }

    @Override
    public String about() {
        return "Cores and memory";
    }

    @Override
    public Finding look() {
        String found = "%s, %.1f GB.".formatted(cores == 1 ? "1 core" : cores + " cores", megabytes / 1000.0);
        if (megabytes < WANTED_MEGABYTES) {
            return Finding.note(
                    this,
                    found,
                    "A build, or a check beside an IDE, may run out of memory.",
                    "Give the machine or the container 2 GB, or close other programs.");
        }
        return Finding.fine(
                this,
                found,
                cores == 1
                        ? "It is enough; no verdict depends on the speed, and two cores would be quicker."
                        : "It is enough; no verdict depends on how many there are.");
    }
}

package asyncjava.coach.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asyncjava.coach.doctor.Finding.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DoctorTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void eachProbeHasAFindingInOrder() throws InterruptedException {
        List<Finding> findings = Doctor.examine(List.of(named("a", () -> "one"), named("b", () -> "two")), LONG);

        assertThat(findings).extracting(Finding::about).containsExactly("a", "b");
        assertThat(findings).extracting(Finding::found).containsExactly("one", "two");
    }

    @Test
    void theyLookAtTheSameTime() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        Look meet = () -> {
            both.await(40, TimeUnit.SECONDS);
            return "met";
        };

        assertThat(Doctor.examine(List.of(named("a", meet), named("b", meet)), LONG))
                .extracting(Finding::found)
                .containsExactly("met", "met");
    }

    @Test
    void oneThatDoesNotEvenHearAnInterruptHoldsUpNobody() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        Look deaf = () -> {
            while (true) {
                try {
                    released.await();
                    return "late";
                } catch (InterruptedException notHeard) {
                    Thread.onSpinWait();
                }
            }
        };

        List<Finding> findings = Doctor.examine(List.of(named("a", () -> "one"), named("b", deaf)), SHORT);
        released.countDown();

        assertThat(findings.getLast().status()).isEqualTo(Status.NOTE);
        assertThat(findings.getLast().found()).isEqualTo("No answer within 50 ms.");
    }

    @Test
    void oneThatBreaksCostsOnlyItself() throws InterruptedException {
        Look exception = () -> {
            throw new IOException("no disk");
        };
        Look error = () -> {
            throw new NoClassDefFoundError("javax/tools/Gone");
        };

        List<Finding> findings =
                Doctor.examine(List.of(named("a", exception), named("b", error), named("c", () -> "three")), LONG);

        assertThat(findings)
                .extracting(Finding::found)
                .containsExactly(
                        "It could not be looked at: java.io.IOException: no disk.",
                        "It could not be looked at: java.lang.NoClassDefFoundError: javax/tools/Gone.",
                        "three");
        assertThat(findings).extracting(Finding::status).containsExactly(Status.NOTE, Status.NOTE, Status.FINE);
    }

    @Test
    void interruptionReachesAllProbes() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(2);
        CountDownLatch interrupted = new CountDownLatch(2);
        Look forEver = () -> {
            looking.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
        Thread caller = Thread.currentThread();
        Thread impatient = Thread.startVirtualThread(() -> {
            try {
                looking.await();
                caller.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> Doctor.examine(List.of(named("a", forEver), named("b", forEver)), LONG))
                .isInstanceOf(InterruptedException.class);

        assertThat(interrupted.await(40, TimeUnit.SECONDS)).isTrue();
        impatient.join();
    }

    @FunctionalInterface
    private interface Look {
        String at() throws Exception;
    }

    private static Probe named(String about, Look look) {
        return new Probe() {
            @Override
            public String about() {
                return about;
            }

            @Override
            public Finding look() throws IOException, InterruptedException {
                try {
                    return Finding.fine(this, look.at(), "");
                } catch (IOException | InterruptedException | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}

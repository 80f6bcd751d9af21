package asyncjava.common.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(60)
final class LogSetupTest {

    private static final long PROGRAM_START = 1_000_000;

    @Test
    void aLineShowsMillisecondsSinceTheStartAndTheThread() {
        LoggingEvent event = event(Level.INFO, "api-3 done");
        event.setThreadName("worker-1");

        assertThat(new ThreadLayout(PROGRAM_START).doLayout(event))
                .isEqualToIgnoringNewLines("   312 ms  worker-1          api-3 done");
    }

    @Test
    void aVirtualThreadWithoutANameIsShownByItsNumber() throws InterruptedException {
        StringBuilder line = new StringBuilder();

        Thread thread = Thread.ofVirtual()
                .start(() -> line.append(new ThreadLayout(PROGRAM_START).doLayout(event(Level.INFO, "done"))));
        thread.join();

        assertThat(line.toString()).contains("  virtual-" + thread.threadId() + " ");
    }

    @Test
    void aWarningSaysThatItIsOneAndShowsItsCause() {
        LoggingEvent event =
                new LoggingEvent("", logger(), Level.WARN, "lost", new IllegalStateException("connection reset"), null);

        assertThat(new ThreadLayout(PROGRAM_START).doLayout(event))
                .contains("WARN lost", "IllegalStateException: connection reset");
    }

    @Test
    void thisSetupIsTheOneInUseAndIsQuietUntilAskedToBeVerbose() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger ours = context.getLogger("asyncjava.some.Thing");
        assertThat(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getLevel())
                .isEqualTo(Level.WARN);
        assertThat(ours.isDebugEnabled()).isFalse();

        LogSetup.verbose();
        boolean verbose = ours.isDebugEnabled();
        context.getLogger("asyncjava").setLevel(null);

        assertThat(verbose).isTrue();
    }

    private static LoggingEvent event(Level level, String message) {
        LoggingEvent event = new LoggingEvent("", logger(), level, message, null, null);
        event.setTimeStamp(PROGRAM_START + 312);
        return event;
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(LogSetupTest.class);
    }
}

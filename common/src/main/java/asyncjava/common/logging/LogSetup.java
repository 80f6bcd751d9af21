package asyncjava.common.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.time.Instant;
import org.slf4j.LoggerFactory;

/// Logback's configuration, as code: reading it from XML would cost every run a fifth of a second.
///
/// Logs go to standard error, so that standard output can be piped. Warnings are shown; the projects' own debug lines
/// when [#verbose()] was called.
public final class LogSetup extends ContextAwareBase implements Configurator {

    /// Shows what the projects log at debug level.
    public static void verbose() {
        ((Logger) LoggerFactory.getLogger("asyncjava")).setLevel(Level.DEBUG);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        long started = ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .orElse(context.getBirthTime());

        ThreadLayout layout = new ThreadLayout(started);
        layout.setContext(context);
        layout.start();

        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.setCharset(System.err.charset());
        encoder.start();

        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();

        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        // It warns of connections that break, which whoever uses them is told anyway.
        context.getLogger("reactor.netty").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}

package asyncjava.common.logging;

import asyncjava.common.timeline.ThreadLabel;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;

/// A line that shows what matters in concurrent code: milliseconds since the program started, and the thread.
///
/// ```
///    312 ms  virtual-27        api-3 done
/// ```
final class ThreadLayout extends LayoutBase<ILoggingEvent> {

    private final long programStart;

    ThreadLayout(long programStart) {
        this.programStart = programStart;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        // A virtual thread has no name of its own; the event is laid out on the thread that logs it.
        String thread =
                event.getThreadName().isEmpty() ? ThreadLabel.of(Thread.currentThread()) : event.getThreadName();
        String line = "%6d ms  %-16s  %s%s%n"
                .formatted(
                        event.getTimeStamp() - programStart,
                        thread,
                        event.getLevel().isGreaterOrEqual(Level.WARN) ? event.getLevel() + " " : "",
                        event.getFormattedMessage());
        return event.getThrowableProxy() == null ? line : line + ThrowableProxyUtil.asString(event.getThrowableProxy());
    }
}

package asyncjava.requests;

import asyncjava.common.cli.Terminal;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar for all files, on standard error, with the name of the one that began last.
final class ProgressOnScreen implements Progress {

    private @Nullable ProgressBar shown;
    private long expected;

    @Override
    public synchronized OfFile begin(String name) {
        if (shown == null) {
            shown = bar();
        }
        ProgressBar bar = shown;
        bar.setExtraMessage(name);
        return new OfFile() {
            @Override
            public void expect(long bytes) {
                bar.maxHint(expectedWith(bytes));
            }

            @Override
            public void add(long bytes) {
                bar.stepBy(bytes);
            }
        };
    }

    private synchronized long expectedWith(long bytes) {
        expected += bytes;
        return expected;
    }

    @Override
    public synchronized void close() {
        if (shown != null) {
            shown.close();
            System.err.println();
            shown = null;
        }
    }

    private static ProgressBar bar() {
        return new ProgressBarBuilder()
                .setTaskName("files")
                .setInitialMax(0)
                .setUnit(" kB", 1_000)
                .setUpdateIntervalMillis(100)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .setConsumer(new DelegatingProgressBarConsumer(
                        ProgressOnScreen::show, Terminal.detect().width() - 1))
                .build();
    }

    /// Left to itself the library asks JLine what the terminal can do, and JLine closes standard output when the JVM
    /// ends: on Ctrl-C, while there is still something to say.
    private static void show(String bar) {
        System.err.print('\r' + bar);
        System.err.flush();
    }
}

package asyncjava.scraper;

import asyncjava.common.cli.Terminal;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// How many pages have ended, on standard error, where there is somebody to see it.
final class Bar implements AutoCloseable {

    private final Optional<ProgressBar> shown;

    private Bar(Optional<ProgressBar> shown) {
        this.shown = shown;
    }

    static Bar of(int pages, boolean seen) {
        return new Bar(
                seen
                        ? Optional.of(new ProgressBarBuilder()
                                .setTaskName("pages")
                                .setInitialMax(pages)
                                .setUpdateIntervalMillis(100)
                                .setStyle(ProgressBarStyle.ASCII)
                                .setConsumer(new DelegatingProgressBarConsumer(
                                        Bar::show, Terminal.detect().width() - 1))
                                .build())
                        : Optional.empty());
    }

    /// Left to itself the library asks JLine what the terminal can do, and JLine closes standard output when the JVM
    /// ends: on Ctrl-C, while there is still something to say.
    private static void show(String bar) {
        System.err.print('\r' + bar);
        System.err.flush();
    }

    void step() {
        shown.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        shown.ifPresent(bar -> {
            bar.close();
            System.err.println();
        });
    }
}

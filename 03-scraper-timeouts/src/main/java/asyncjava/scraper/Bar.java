package asyncjava.scraper;

import java.util.Optional;
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
                                .build())
                        : Optional.empty());
    }

    void step() {
        shown.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        shown.ifPresent(ProgressBar::close);
    }
}

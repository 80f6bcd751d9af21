package asyncjava.requests;

import java.util.ArrayDeque;
import java.util.Deque;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A bar for all files, and one for each that is on its way, on standard error. A bar whose file has ended serves
/// another; where more files are on their way than there is room for, the rest are seen in the bar for all.
final class ProgressBars implements Progress {

    private static final int ROOM = 10;

    private @Nullable ProgressBar all;
    private final Deque<ProgressBar> free = new ArrayDeque<>();
    private final Deque<ProgressBar> made = new ArrayDeque<>();
    private long expected;

    @Override
    public synchronized OfFile begin(String name) {
        if (all == null) {
            all = bar("all files");
        }
        ProgressBar bar = free.poll();
        if (bar == null && made.size() < ROOM) {
            bar = bar("     file");
            made.add(bar);
        } else if (bar != null) {
            bar.reset();
        }
        return new Shown(name, all, bar);
    }

    private synchronized long expectedWith(long bytes) {
        expected += bytes;
        return expected;
    }

    private synchronized void release(ProgressBar bar) {
        free.addLast(bar);
    }

    @Override
    public synchronized void close() {
        made.forEach(ProgressBar::close);
        made.clear();
        if (all != null) {
            all.close();
            all = null;
        }
    }

    private static ProgressBar bar(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(0)
                .setUnit(" kB", 1_000)
                .setUpdateIntervalMillis(100)
                .setStyle(ProgressBarStyle.ASCII)
                .hideEta()
                .build();
    }

    private final class Shown implements OfFile {

        private final ProgressBar all;
        private final @Nullable ProgressBar bar;

        Shown(String name, ProgressBar all, @Nullable ProgressBar bar) {
            this.all = all;
            this.bar = bar;
            if (bar != null) {
                bar.setExtraMessage(name);
            }
        }

        @Override
        public void expect(long bytes) {
            all.maxHint(expectedWith(bytes));
            if (bar != null) {
                bar.maxHint(bytes);
            }
        }

        @Override
        public void add(long bytes) {
            all.stepBy(bytes);
            if (bar != null) {
                bar.stepBy(bytes);
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                release(bar);
            }
        }
    }
}

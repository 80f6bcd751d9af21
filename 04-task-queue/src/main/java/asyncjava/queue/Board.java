package asyncjava.queue;

import asyncjava.common.cli.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Shows what goes on while it goes on: drawn again and again in one place where there is a screen, and a
/// line every second elsewhere.
///
/// The escape sequences are written by hand. A library for terminals closes standard output when the JVM
/// ends, and on Ctrl-C that is before the account is told.
final class Board implements AutoCloseable {

    private static final int TOP = 3;
    private static final int STATIONS_SHOWN = 12;

    private final OrderQueue queue;
    private final Tally tally;
    private final int capacity;
    private final PrintWriter out;
    private final Terminal terminal;
    private final boolean screen;
    private final long began = System.nanoTime();
    private final Thread thread;
    private int drawn;

    /// @param screen whether there is one, on which to draw
    Board(OrderQueue queue, Tally tally, int capacity, PrintWriter out, Terminal terminal, boolean screen) {
        this.queue = queue;
        this.tally = tally;
        this.capacity = capacity;
        this.out = out;
        this.terminal = terminal;
        this.screen = screen;
        thread = Thread.ofVirtual().name("board").start(this::show);
    }

    private void show() {
        try {
            while (true) {
                Thread.sleep(screen ? Duration.ofMillis(100) : Duration.ofSeconds(1));
                draw();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw() {
        Glance glance = queue.glance();
        List<String> lines = new ArrayList<>();
        lines.add("%s, %d wait, %s".formatted(elapsed(), glance.waiting(), throughput()));
        if (screen) {
            lines.addFirst(bar(glance.waiting()));
            glance.stations().stream().limit(STATIONS_SHOWN).forEach(station -> lines.add(line(station)));
        }
        lines.add(sales());
        if (drawn > 0) {
            out.print("\033[" + drawn + "A\033[J"); // up, and clear all below
        }
        lines.forEach(line -> out.println("  " + shortened(line)));
        out.flush();
        drawn = screen ? lines.size() : 0;
    }

    private String elapsed() {
        return "%.1f s".formatted((System.nanoTime() - began) / 1e9);
    }

    private String throughput() {
        double seconds = (System.nanoTime() - began) / 1e9;
        long done = tally.doneSoFar();
        return "%,d done, %,d dead, %,.0f a second".formatted(done, tally.deadSoFar(), done / seconds);
    }

    private String bar(int waiting) {
        int width = Math.max(1, Math.min(capacity, terminal.width() - 20));
        int full = Math.min(width, (int) Math.ceil((double) waiting * width / capacity));
        return "queue [" + (terminal.unicode() ? "█" : "#").repeat(full) + " ".repeat(width - full) + "]";
    }

    private static String line(Station station) {
        String doing = station.doing()
                .map(now -> "%s %s of %s%s"
                        .formatted(
                                now.step(),
                                now.order().id(),
                                now.order().customer(),
                                now.attempt() > 1 ? ", attempt " + now.attempt() : ""))
                .orElse("waits");
        return "worker %d  %,6d  %s".formatted(station.number(), station.served(), doing);
    }

    private String sales() {
        SalesWindow.Sales last = tally.sales().last(TOP);
        return "sales in the last minute: %s; most: %s"
                .formatted(
                        OrderFile.price(last.cents()),
                        last.top().stream()
                                .map(sold -> sold.product() + " " + sold.pieces())
                                .collect(Collectors.joining(", ")));
    }

    private String shortened(String line) {
        int most = terminal.width() - 3;
        String oneLine = line.replaceAll("\\p{Cntrl}", " ");
        return screen && oneLine.length() > most ? oneLine.substring(0, most) : oneLine;
    }

    /// Draws a last time where there is a screen.
    @Override
    public void close() {
        thread.interrupt();
        Uninterrupted.run(thread::join);
        if (screen) {
            draw();
        }
    }
}

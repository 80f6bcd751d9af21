package asyncjava.coach;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// What is typed, a key at a time: from a terminal without waiting for the end of a line, or else from the
/// standard input as it is.
final class Keys implements AutoCloseable {

    /// What [#next] gives when there is no more.
    static final int END = -1;

    private final Reader reader;
    private final Optional<Terminal> terminal;
    private final Attributes before;

    private Keys(Reader reader, Optional<Terminal> terminal) {
        this.reader = reader;
        this.terminal = terminal;
        before = terminal.map(Terminal::enterRawMode).orElseGet(Attributes::new);
    }

    /// @param input what to read where there is no terminal
    static Keys open(InputStream input) throws IOException {
        if (isTerminal()) {
            Terminal terminal =
                    TerminalBuilder.builder().system(true).dumb(false).build();
            return new Keys(terminal.reader(), Optional.of(terminal));
        }
        return new Keys(new InputStreamReader(input, StandardCharsets.UTF_8), Optional.empty());
    }

    static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// Waits for the next key.
    int next() throws IOException {
        return reader.read();
    }

    /// Leaves the terminal as it was.
    @Override
    public void close() throws IOException {
        if (terminal.isPresent()) {
            terminal.get().setAttributes(before);
            terminal.get().close();
        }
    }
}

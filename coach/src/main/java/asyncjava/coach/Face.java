package asyncjava.coach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/// How a command speaks: to a person who looks, to one who listens (`--plain`), or to a program (`--json`).
/// It is a set of options that commands have in common.
final class Face {

    /// Grows when what is there changes its meaning or goes; not when something is added.
    private static final int SCHEMA = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // whatever encoding the standard output has
            .build();

    @Option(
            names = "--plain",
            description = "No colour and no drawings: every line makes sense by itself, as a screen reader reads it.")
    private boolean plain;

    @Option(names = "--json", description = "For programs: a line of JSON for each thing said, see docs/json.md.")
    private boolean json;

    private final PrintWriter out;

    Face(PrintWriter out) {
        this.out = out;
    }

    /// Something that a command says.
    interface Said {

        /// What it is called in JSON, where its other members are those of the record.
        String kind();

        void inWords(Words words);
    }

    void say(Said said) {
        if (json) {
            out.println(json(said));
        } else {
            said.inWords(new Words(out, plain, !plain && Ansi.AUTO.enabled()));
        }
        out.flush();
    }

    /// Says it to people only: what a program knows already.
    void remark(String line) {
        if (!json) {
            new Words(out, plain, false).line(line);
        }
    }

    /// Shows how far something is, where somebody looks: on the standard error, over what it showed before.
    void progress(String text) {
        if (!json && !plain && Ansi.AUTO.enabled()) {
            System.err.print("\r" + text + "\u001b[K\r");
        }
    }

    /// Makes room, on a terminal.
    void clear() {
        if (!json && !plain && Keys.isTerminal()) {
            out.print("\u001b[H\u001b[2J\u001b[3J");
        }
    }

    /// An empty line between two things that are said, for those who look.
    void gap() {
        if (!json && !plain) {
            out.println();
        }
    }

    boolean isPlain() {
        return plain;
    }

    boolean isJson() {
        return json;
    }

    static String json(Said said) {
        try {
            ObjectNode node = JSON.createObjectNode().put("schema", SCHEMA).put("kind", said.kind());
            node.setAll(JSON.<ObjectNode>valueToTree(said));
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

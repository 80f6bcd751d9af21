package asyncjava.coach;

import asyncjava.coach.boot.ModuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A row of the table in `docs/asyncio-to-java.md`, which is where the concepts are written down: a number,
/// asyncio's words, Java's words, links to the samples.
///
/// @param words what a person may call it, asyncio's words first
/// @param samples source files; the first is what the words stand for, the others go by the names of their
/// classes
record Concept(int number, String asyncio, String java, List<String> words, List<Path> samples) {

    private static final Path TABLE = Path.of("docs", "asyncio-to-java.md");

    /// All of them, in the order of the table; none where there is no such document.
    static List<Concept> in(Path root) throws IOException {
        Path document = root.resolve(TABLE);
        if (!Files.exists(document)) {
            return List.of();
        }
        List<Concept> concepts = new ArrayList<>();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(Files.readString(document))
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(CustomNode node) {
                        if (node instanceof TableRow row) {
                            of(row, document).ifPresent(concepts::add);
                        }
                        visitChildren(node);
                    }
                });
        return concepts;
    }

    /// Empty for the heading, whose first cell holds no number.
    private static Optional<Concept> of(TableRow row, Path document) {
        List<Node> cells = Stream.iterate(row.getFirstChild(), cell -> cell != null, Node::getNext)
                .filter(TableCell.class::isInstance)
                .toList();
        if (cells.size() < 4 || !text(cells.getFirst()).matches("\\d+")) {
            return Optional.empty();
        }
        List<Path> samples = links(cells.get(3)).stream()
                .map(link -> document.resolveSibling(link).normalize())
                .toList();
        List<String> words = new ArrayList<>(code(cells.get(1)));
        words.addAll(code(cells.get(2)));
        words.add(text(cells.getFirst()));
        return Optional.of(new Concept(
                Integer.parseInt(text(cells.getFirst())), text(cells.get(1)), text(cells.get(2)), words, samples));
    }

    /// All that a person may call it.
    List<String> names() {
        List<String> names = new ArrayList<>(words);
        names.addAll(classNames());
        return names;
    }

    /// Whether a person who types this means this concept.
    boolean answersTo(String typed) {
        return names().stream().anyMatch(name -> plain(name).equals(plain(typed)));
    }

    /// Which of its samples a person means who types this.
    Path sample(String typed) {
        return samples.stream()
                .filter(sample -> plain(className(sample)).equals(plain(typed)))
                .findFirst()
                .orElse(samples.getFirst());
    }

    /// The project that its samples are part of.
    ModuleFolder project(Path root) {
        return new ModuleFolder(
                root, root.relativize(samples.getFirst()).getName(0).toString());
    }

    /// A sample's class, with its package.
    String main(Path root, Path sample) {
        Path source = project(root).dir().resolve("src/main/java");
        String path = source.relativize(sample).toString();
        return path.substring(0, path.length() - ".java".length()).replaceAll("[/\\\\]", ".");
    }

    List<String> classNames() {
        return samples.stream().map(Concept::className).toList();
    }

    static String className(Path sample) {
        return sample.getFileName().toString().replace(".java", "");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^asyncio\\.", "").replaceAll("\\(\\)$|[-_ ]", "");
    }

    private static String text(Node cell) {
        StringBuilder text = new StringBuilder();
        cell.accept(new AbstractVisitor() {
            @Override
            public void visit(Text words) {
                text.append(words.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString();
    }

    private static List<String> code(Node cell) {
        List<String> found = new ArrayList<>();
        cell.accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                found.add(code.getLiteral());
            }
        });
        return found;
    }

    private static List<String> links(Node cell) {
        List<String> found = new ArrayList<>();
        cell.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(link.getDestination());
            }
        });
        return found;
    }
}

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

/// A row of the table in `docs/asyncio-to-java.md`, which is where the concepts are written down: a number, asyncio's
/// words, Java's words, a link to the sample.
///
/// @param names what a person may call it, asyncio's words first
/// @param sample the source file of its sample
record Concept(int number, String asyncio, String java, List<String> names, Path sample) {

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
        Path sample = document.resolveSibling(firstLink(cells.get(3))).normalize();
        List<String> names = new ArrayList<>(code(cells.get(1)));
        names.addAll(code(cells.get(2)));
        names.add(className(sample));
        names.add(text(cells.getFirst()));
        return Optional.of(new Concept(
                Integer.parseInt(text(cells.getFirst())), text(cells.get(1)), text(cells.get(2)), names, sample));
    }

    /// Whether a person who types this means this concept.
    boolean answersTo(String typed) {
        return names.stream().anyMatch(name -> plain(name).equals(plain(typed)));
    }

    /// The project that the sample is part of.
    ModuleFolder project(Path root) {
        return new ModuleFolder(root, root.relativize(sample).getName(0).toString());
    }

    /// The sample's class, with its package.
    String main(Path root) {
        Path source = project(root).dir().resolve("src/main/java");
        String path = source.relativize(sample).toString();
        return path.substring(0, path.length() - ".java".length()).replaceAll("[/\\\\]", ".");
    }

    static String className(Path sample) {
        return sample.getFileName().toString().replace(".java", "");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^asyncio\\.", "").replaceFirst("\\(\\)$", "");
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

    private static String firstLink(Node cell) {
        List<String> found = new ArrayList<>();
        cell.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(link.getDestination());
            }
        });
        return found.getFirst();
    }
}

package asyncjava.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a document says is so: its Java blocks stand in files that compile, its links lead somewhere.
@Timeout(60)
final class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern QUOTE = Pattern.compile("<!-- quote: (\\S+) -->");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> Stream.of("target", ".git", "node_modules")
                            .noneMatch(
                                    folder -> ROOT.relativize(file).toString().contains(folder)))
                    .map(ROOT::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyJavaBlockIsQuotedFromAFileThatCompiles(Path document) throws IOException {
        List<String> wrong = new ArrayList<>();
        parse(document).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                if (block.getInfo().equals("java")) {
                    wrong.addAll(quoteErrors(document, block));
                }
            }
        });

        assertThat(wrong)
                .as("Java blocks of %s that are not what they quote", document)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkWithinTheProjectResolves(Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        parse(document).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                if (!resolves(document, URI.create(link.getDestination()))) {
                    broken.add(link.getDestination());
                }
            }
        });

        assertThat(broken).as("links of %s that lead nowhere", document).isEmpty();
    }

    /// Of those that a JVM is started with by the build, editors need the same.
    @ParameterizedTest
    @ValueSource(
            strings = {".run/Template Application.run.xml", ".run/Template JUnit.run.xml", ".vscode/settings.json"})
    void everyEditorIsGivenTheBuildsFlags(String settings) {
        Matcher flags =
                Pattern.compile("<jvm.flags>\\$\\{jvm.extra} (.*)</jvm.flags>").matcher(read(ROOT.resolve("pom.xml")));
        assertThat(flags.find()).isTrue();

        assertThat(read(ROOT.resolve(settings))).contains(flags.group(1).split(" ", -1));
    }

    @Test
    void everyConceptSampleIsInTheTable() throws IOException {
        String table = read(ROOT.resolve("docs/asyncio-to-java.md"));
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<String> missing = files.filter(
                            file -> file.toString().matches(".*src.main.*concepts.[A-Za-z]+\\.java"))
                    .filter(file -> read(file).contains("static void main()"))
                    .map(file ->
                            "(../%s)".formatted(ROOT.relativize(file).toString().replace('\\', '/')))
                    .filter(link -> !table.contains(link))
                    .toList();

            assertThat(missing)
                    .as("concept samples that the table does not link")
                    .isEmpty();
        }
    }

    private static List<String> quoteErrors(Path document, FencedCodeBlock block) {
        Matcher quote = QUOTE.matcher(block.getPrevious() instanceof HtmlBlock html ? html.getLiteral() : "");
        if (!quote.matches()) {
            return List.of("no <!-- quote: FILE --> before it:\n" + block.getLiteral());
        }
        Path source = ROOT.resolve(document).resolveSibling(quote.group(1));
        String text = read(source);
        // A document may leave away the indentation of a block as a whole.
        return Stream.of(0, 4, 8, 12, 16, 20)
                        .anyMatch(columns ->
                                text.contains(block.getLiteral().indent(columns).strip()))
                ? List.of()
                : List.of("not in %s:\n%s".formatted(source, block.getLiteral()));
    }

    private static boolean resolves(Path document, URI link) {
        if (link.getScheme() != null) {
            return true;
        }
        Path file = ROOT.resolve(document);
        Path target = link.getPath().isEmpty() ? file : file.resolveSibling(link.getPath());
        return Files.exists(target)
                && (link.getFragment() == null || anchors(target).contains(link.getFragment()));
    }

    /// The anchors that GitHub gives a document's headings.
    private static List<String> anchors(Path document) {
        List<String> anchors = new ArrayList<>();
        parse(document).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                anchors.add(TextContentRenderer.builder()
                        .build()
                        .render(heading)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
            }
        });
        return anchors;
    }

    private static Node parse(Path document) {
        return Parser.builder().build().parse(read(ROOT.resolve(document)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

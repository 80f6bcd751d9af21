package asyncjava.coach;

import asyncjava.coach.course.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/// What an exercise asks for, as its stub's comment says it.
///
/// @param markdown paragraphs, lists and code
record Task(String markdown) {

    private static final String COMMENT = "///";
    private static final String ITEM = "- ";
    private static final String CODE = "    ";

    static Task of(Answers answers) throws IOException {
        return in(Files.readAllLines(answers.source(answers.stub())));
    }

    /// The comment before the class. Its first paragraph, which is the title, is left out.
    static Task in(List<String> source) {
        String comment = source.stream()
                .dropWhile(line -> !line.startsWith(COMMENT))
                .takeWhile(line -> line.startsWith(COMMENT))
                .map(line -> line.substring(COMMENT.length()))
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .dropWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        return new Task(comment.strip().replaceAll("\\[([\\w.#]+)](?!\\()", "`$1`"));
    }

    void inWords(Words words) {
        StringBuilder block = new StringBuilder();
        for (String line : markdown.split("\n", -1)) {
            boolean code = block.isEmpty() && line.startsWith(CODE);
            if (code || line.isBlank() || line.startsWith(ITEM)) {
                print(block, words);
            }
            if (code) {
                words.line(line);
            } else if (line.isBlank()) {
                words.line();
            } else {
                block.append(line).append('\n');
            }
        }
        print(block, words);
    }

    private static void print(StringBuilder block, Words words) {
        if (!block.isEmpty()) {
            boolean item = block.indexOf(ITEM) == 0;
            words.paragraph(item ? ITEM : "", block.substring(item ? ITEM.length() : 0));
            block.setLength(0);
        }
    }
}

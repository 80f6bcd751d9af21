package asyncjava.coach;

import asyncjava.coach.Face.Said;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The concepts there are samples of, by project.
record ConceptList(List<Row> concepts) implements Said {

    /// @param project the folder that its samples are part of
    record Row(int number, String asyncio, String java, String project, List<Sample> samples) {

        static Row of(Concept concept, Path root) {
            return new Row(
                    concept.number(),
                    concept.asyncio(),
                    concept.java(),
                    concept.project(root).name(),
                    concept.samples().stream()
                            .map(sample -> Sample.of(sample, root))
                            .toList());
        }

        String names() {
            return String.join(", ", samples.stream().map(Sample::name).toList());
        }
    }

    /// @param file from the root folder
    record Sample(String name, String file) {

        static Sample of(Path sample, Path root) {
            return new Sample(Concept.className(sample), root.relativize(sample).toString());
        }
    }

    static ConceptList of(List<Concept> concepts, Path root) {
        return new ConceptList(concepts.stream()
                .map(concept -> Row.of(concept, root))
                .sorted(Comparator.comparing(Row::project))
                .toList());
    }

    @Override
    public String kind() {
        return "concept";
    }

    @Override
    public void inWords(Words words) {
        String project = "";
        for (Row concept : concepts) {
            if (!concept.project().equals(project)) {
                project = concept.project();
                words.heading(words.plain() ? "Concepts of " + project : project);
            }
            if (words.plain()) {
                words.line("%d, %s: %s".formatted(concept.number(), concept.asyncio(), concept.names()));
            } else {
                words.line("  %2d  %s".formatted(concept.number(), concept.asyncio()));
                words.indented(6, concept.names());
            }
        }
    }
}

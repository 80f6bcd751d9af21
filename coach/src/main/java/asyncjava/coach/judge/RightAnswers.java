package asyncjava.coach.judge;

import asyncjava.coach.course.Answer;
import asyncjava.coach.course.Answers;
import asyncjava.coach.course.Exercise;
import asyncjava.coach.course.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Other right answers to the exercises of a project, compiled when they are asked for first.
final class RightAnswers implements AutoCloseable {

    private final Project project;
    private final AnswerCompiler compiler;
    private final Map<Exercise, List<Path>> classes = new HashMap<>();

    RightAnswers(Project project, AnswerCompiler compiler) {
        this.project = project;
        this.compiler = compiler;
    }

    /// The folder of each one's classes.
    synchronized List<Path> of(Exercise exercise) throws IOException, InterruptedException {
        List<Path> compiled = classes.computeIfAbsent(exercise, _ -> new ArrayList<>());
        List<Answer> all = new Answers(project.folder(), exercise).right();
        for (Answer answer : all.stream().skip(compiled.size()).toList()) {
            Path folder = Trees.throwaway("right");
            compiled.add(folder);
            var _ = compiler.compile(exercise, answer, folder);
        }
        return List.copyOf(compiled);
    }

    @Override
    public synchronized void close() {
        classes.values().forEach(folders -> folders.forEach(Trees::discard));
        classes.clear();
    }
}

package asyncjava.coach.course;

import java.nio.file.Path;

/// One way to write the class of an exercise.
///
/// @param name what it is known by, such as `wrong/invoke-all`
/// @param sources a source folder, in which the exercise's package is
public record Answer(String name, Path sources) {}

/// The engine behind `check`, `watch` and `gate`: compiles one answer to one exercise apart from everything
/// else, runs the exercise's own tests against it in a worker, and gives a verdict.
@NullMarked
package asyncjava.coach.judge;

import org.jspecify.annotations.NullMarked;

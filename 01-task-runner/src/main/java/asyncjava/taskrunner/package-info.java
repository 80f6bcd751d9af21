/// Project 01: the same tasks, run one after another and all at once, in six styles.
@NullMarked
package asyncjava.taskrunner;

import org.jspecify.annotations.NullMarked;

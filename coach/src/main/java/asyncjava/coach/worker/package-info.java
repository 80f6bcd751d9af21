/// The JVM in which a learner's code runs. It is started for one answer and ends with it, and it is not
/// trusted: what it says goes over a connection of the judge's, and what it does not say counts as failed.
@NullMarked
package asyncjava.coach.worker;

import org.jspecify.annotations.NullMarked;

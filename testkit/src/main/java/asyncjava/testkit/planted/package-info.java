/// Classic concurrency bugs, each beside its corrected twin, by which the schedule explorer is measured.
@NullMarked
package asyncjava.testkit.planted;

import org.jspecify.annotations.NullMarked;

/// The schedule explorer: concurrent code run many times over, each time in another order that a seed
/// decides.
@NullMarked
package asyncjava.testkit.schedule;

import org.jspecify.annotations.NullMarked;

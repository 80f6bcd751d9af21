/// Project 04: processes orders with a bounded queue and some workers, and can say of each what became of
/// it.
@NullMarked
package asyncjava.queue;

import org.jspecify.annotations.NullMarked;

/// The commands of `./learn`.
@NullMarked
package asyncjava.coach;

import org.jspecify.annotations.NullMarked;

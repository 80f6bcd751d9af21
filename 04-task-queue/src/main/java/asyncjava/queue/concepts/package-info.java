/// Concept samples: one idea in one small file each, with a main that shows it happening. `./learn concept`
/// lists them.
@NullMarked
package asyncjava.queue.concepts;

import org.jspecify.annotations.NullMarked;

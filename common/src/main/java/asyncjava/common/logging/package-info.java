/// How a log line of the six projects looks.
@NullMarked
package asyncjava.common.logging;

import org.jspecify.annotations.NullMarked;

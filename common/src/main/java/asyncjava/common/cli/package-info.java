/// The command-line conventions that the six mains share.
@NullMarked
package asyncjava.common.cli;

import org.jspecify.annotations.NullMarked;

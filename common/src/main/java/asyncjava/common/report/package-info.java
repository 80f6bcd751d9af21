/// A [asyncjava.common.timeline.Timeline] made visible: in the terminal, in a browser, in a table.
@NullMarked
package asyncjava.common.report;

import org.jspecify.annotations.NullMarked;

/// What happened when: spans of work, recorded from any thread.
@NullMarked
package asyncjava.common.timeline;

import org.jspecify.annotations.NullMarked;

/// For tests only: assertions on a timeline, gates and virtual time.
@NullMarked
package asyncjava.testkit;

import org.jspecify.annotations.NullMarked;
